package dev.carillon.gateway.chat.telegram;

/// Updates as Telegram sends them, without their ids.
final class Happenings {
    static final String ANNA = "777";

    private Happenings() {}

    /// Anna writes to the bot alone.
    static String said(String text) {
        return message(
                """
                "chat": {"id": 777, "type": "private", "first_name": "Anna"},
                "text": "%s"
                """
                        .formatted(text));
    }

    /// Anna writes in a group; `more` are further fields of the message.
    static String inGroup(String text, String more) {
        return message(
                """
                "chat": {"id": -100500, "type": "supergroup", "title": "Team"},
                "text": "%s"%s
                """
                        .formatted(text, more.isEmpty() ? "" : ", " + more));
    }

    /// Anna removes the bot from a group, lets it in again, or makes it an admin.
    ///
    /// @param status `kicked`, `left`, `member` or `administrator`
    static String membership(String chat, String status) {
        String member =
                switch (status) {
                    case "kicked" -> ", \"until_date\": 0";
                    case "administrator" ->
                            """
                            , "can_be_edited": false, "is_anonymous": false,
                            "can_manage_chat": true, "can_delete_messages": false,
                            "can_manage_video_chats": false, "can_restrict_members": false,
                            "can_promote_members": false, "can_change_info": false,
                            "can_invite_users": false, "can_post_stories": false,
                            "can_edit_stories": false, "can_delete_stories": false
                            """;
                    default -> "";
                };
        String bot = "\"user\": {\"id\": 4242, \"is_bot\": true, \"first_name\": \"Carillon\"}";
        return """
        {"my_chat_member": {"date": 1700000000,
          "chat": {"id": %s, "type": "%s"},
          "from": {"id": 777, "is_bot": false, "first_name": "Anna", "last_name": "Lee"},
          "old_chat_member": {"status": "left", %s},
          "new_chat_member": {"status": "%s", %s%s}}}
        """
                .formatted(
                        chat,
                        chat.startsWith("-") ? "supergroup" : "private",
                        bot,
                        status,
                        bot,
                        member);
    }

    static String message(String fields) {
        return """
        {"message": {"message_id": 5, "date": 1700000000,
          "from": {"id": 777, "is_bot": false, "first_name": "Anna", "last_name": "Lee"}, %s}}
        """
                .formatted(fields);
    }

    /// Anna presses a button below a message of the bot.
    static String pressed(FakeBotApi.Shown message, String code) {
        return """
        {"callback_query": {"id": "cb-1", "chat_instance": "1", "data": "%s",
          "from": {"id": 777, "is_bot": false, "first_name": "Anna"},
          "message": {"message_id": %d, "date": 1700000000,
            "from": {"id": 4242, "is_bot": true, "first_name": "Carillon"},
            "chat": {"id": %s, "type": "private", "first_name": "Anna"},
            "text": %s, "entities": [{"type": "italic", "offset": 0, "length": 3}]}}}
        """
                .formatted(
                        code,
                        message.id(),
                        message.chat(),
                        com.fasterxml.jackson.databind.node.TextNode.valueOf(message.text()));
    }
}
