package dev.carillon.gateway.chat.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.carillon.config.GatewayConfig;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Calls methods of the Web API for one bot and waits for the answers. Nothing is repeated here.
final class SlackApi {
    private final MethodsClient bot;
    private final MethodsClient app;
    private volatile @Nullable String tokenTrouble;

    /// @param bot the client with the bot's token
    /// @param app the client with the token of the app, by which connections are opened
    private SlackApi(MethodsClient bot, MethodsClient app) {
        this.bot = bot;
        this.app = app;
    }

    static SlackApi of(SlackClient client, GatewayConfig.Slack settings) {
        MethodsClient bot = client.methods(settings.botToken(), settings.apiUrl());
        return new SlackApi(
                bot,
                settings.appToken() == null
                        ? bot
                        : client.methods(settings.appToken(), settings.apiUrl()));
    }

    /// Calls a method with the bot's token.
    ///
    /// @throws SlackFailure when it brings nothing
    <T extends SlackApiTextResponse> T call(Call<T> call) {
        try {
            T answer = call(bot, call);
            tokenTrouble = null;
            return answer;
        } catch (SlackFailure e) {
            if (e.isAboutToken()) {
                tokenTrouble = e.sentence();
            }
            throw e;
        }
    }

    /// What Slack has against the bot's token, since it was last used; absent: nothing.
    @Nullable String tokenTrouble() {
        return tokenTrouble;
    }

    /// Slack has told that the token is worth nothing any more.
    void revoked(String why) {
        tokenTrouble = why;
    }

    /// Calls a method with the app's token.
    ///
    /// @throws SlackFailure when it brings nothing
    <T extends SlackApiTextResponse> T callAsApp(Call<T> call) {
        return call(app, call);
    }

    private static <T extends SlackApiTextResponse> T call(MethodsClient client, Call<T> call) {
        T answer;
        try {
            answer = call.on(client);
        } catch (SlackApiException e) {
            throw SlackFailure.of(e);
        } catch (IOException e) {
            throw SlackFailure.of(e);
        } catch (JsonParseException e) {
            // As of a proxy that answers with a page of its own.
            throw SlackFailure.ofNoJson(e);
        }
        if (!answer.isOk()) {
            throw SlackFailure.of(answer);
        }
        return answer;
    }

    /// A call of a method.
    interface Call<T extends SlackApiTextResponse> {
        T on(MethodsClient client) throws IOException, SlackApiException;
    }
}
