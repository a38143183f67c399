package dev.carillon.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.config.Config;
import dev.carillon.config.ConfigReader;
import dev.carillon.config.Reading;
import dev.carillon.config.ServerConfig;
import dev.carillon.gateway.Carillon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// The page in a real browser, in front of the whole program.
class ChatPageTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir private static Path directory;
    private static Browser browser;
    private static Carillon carillon;

    @BeforeAll
    static void start() {
        browser = Browser.open(directory.resolve("profile"));
        carillon = Carillon.start(config(0));
    }

    @AfterAll
    static void stop() {
        if (carillon != null) {
            carillon.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void reset() {
        browser.desktop();
        browser.dark(false);
        // Those of the test before.
        browser.complaints();
        browser.zone("Europe/Berlin");
    }

    @Test
    void aReminderIsMadeComesAndIsDone() {
        browser.show(page("reminder"));

        write("remind me in 3 seconds to stretch");

        browser.see(".message.user .bubble", "remind me in 3 seconds to stretch");
        assertThat(browser.see("#log .agent .card blockquote").getText()).isEqualTo("stretch");
        browser.see(".message.schedule .words", "stretch");
        browser.see(".message.schedule .tag", "#1");

        browser.see(".message.schedule [data-code^=done]").click();

        browser.see(".message.schedule .outcome");
        browser.seeCount(".message.schedule .buttons", 0);
        var before = browser.texts(".message");
        browser.reload();
        browser.see(".message.schedule .outcome");
        assertThat(browser.texts(".message")).isEqualTo(before);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aScheduleIsShownExactlyAndCanBePausedAtOnce() {
        browser.show(page("standup"));
        browser.screenshot("desktop-empty");

        browser.see("[data-say*=stand-up]").click();

        browser.see(".card dd", "every weekday at 09:30");
        browser.see(".card dd", "Europe/Berlin");
        assertThat(browser.all(".card dd span")).hasSize(3);
        browser.see("#schedules .when", "every weekday at 09:30");

        browser.see(".message [data-code^=pause]").click();

        browser.see(".message .outcome", "aused");
        browser.see("#schedules .paused");
        write("thank you, **that** is `fine`");
        browser.see(".user strong", "that");
        browser.screenshot("desktop");
        browser.dark(true);
        browser.screenshot("desktop-dark");
    }

    @Test
    void theListBesideTheChatActsOnSchedules() {
        browser.show(page("list"));
        write("every weekday at 10:00 ask us for numbers");

        browser.press("#schedules [data-do=pause]");
        browser.press("#schedules .paused [data-do=resume]");
        browser.press("#schedules .active [data-do=cancel]");

        browser.see("#schedules", "Nothing is scheduled here");
    }

    @Test
    void nothingIsWiderThanAPhone() {
        browser.phone();
        browser.show(page("phone"));
        write("every weekday at 9:30 ask us for stand-up");
        browser.see(".card");
        write("remind me in 1 second to stretch");
        browser.see(".message.schedule .tag");
        browser.screenshot("phone");
        browser.dark(true);
        browser.screenshot("phone-dark");
        post("phone", "a" + "b".repeat(300) + " https://example.org/" + "c".repeat(300));
        post(
                "phone",
                "| one | two | three | four |\n|---|---|---|---|\n"
                        + "| "
                        + "word ".repeat(30)
                        + " | x | y | z |");
        post("phone", "```\n" + "code ".repeat(60) + "\n```");
        browser.seeCount("#log .user", 5);

        Object overflow =
                browser.run(
                        "const s = document.getElementById('scroller');"
                                + "return document.documentElement.scrollWidth - innerWidth"
                                + " + s.scrollWidth - s.clientWidth");

        assertThat(overflow).isEqualTo(0L);
        browser.screenshot("phone-wide");
        browser.see("#panel-toggle").click();
        browser.see("#panel.open #schedules .when");
        browser.screenshot("phone-schedules");
    }

    /// What somebody else wrote is shown to all who look, and never becomes part of the page.
    @Test
    void hostileWordsStayWords() {
        browser.show(page("hostile"));

        post("hostile", "<script>document.title='taken'</script><img src=x onerror=\"alert(1)\">");

        browser.see(".user .words", "<script>");
        assertThat(browser.all("#log script, #log img")).isEmpty();
        assertThat(browser.run("return document.title")).isEqualTo("hostile · Carillon");
    }

    @Test
    void wordsThatCannotBeSentStayAndAreSentOnce() {
        browser.show(page("offline"));
        browser.see("#words");
        browser.offline(true);

        write("/help");

        browser.see("#failure", "Not sent");
        assertThat(browser.see("#words").getDomProperty("value")).isEqualTo("/help");
        browser.screenshot("desktop-not-sent");

        browser.offline(false);
        browser.see("#send", "Try again").click();

        browser.see("#log .user", "/help");
        browser.see("#log .agent");
        browser.seeCount("#log .user", 1);
        assertThat(browser.see("#words").getDomProperty("value")).isEmpty();
    }

    @Test
    void afterALostConnectionNothingIsMissing() {
        browser.show(page("restart"));
        write("/help");
        browser.see("#log .agent");
        int port = carillon.port();

        carillon.close();
        browser.see("#offline", "connection is lost");
        carillon = Carillon.start(config(port));
        post("restart", "said before the page was back");

        browser.see("#log .user", "said before the page was back");
        browser.seeCount("body.lost", 0);
        browser.seeCount("#log .user", 2);
    }

    @Test
    void earlierMessagesComeWhenAskedFor() {
        post("long", "the very first words");
        for (int number = 1; number <= 101; number++) {
            post("long", "/pause " + number);
        }
        browser.show(page("long"));
        int shown = browser.all(".message").size();

        browser.see(".older button").click();

        browser.see("#log .user", "the very first words");
        assertThat(browser.all(".message").size()).isGreaterThan(shown);
        assertThat(browser.all(".day")).hasSize(1);
        var ids =
                browser.all(".message[data-id]").stream()
                        .map(message -> message.getDomAttribute("data-id"))
                        .toList();
        assertThat(ids).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void anAnswerUnderWayIsShownUntilTheWholeAnswerIsThere() {
        browser.show(page("live"));
        browser.see("#words");

        browser.run(
                "const module = document.querySelector('script[type=module]').src;"
                        + "return import(module.replace('chat.js', 'log.js'))"
                        + ".then((log) => log.showLive('<p>The answer so</p>'))");

        browser.see("#live:not([hidden]) .words", "The answer so");
        write("/help");
        browser.see("#log .agent");
        assertThat(browser.see("#live").isDisplayed()).isFalse();
    }

    @Test
    void theNameIsRememberedAndShown() {
        browser.show(page("name"));
        browser.see("#name").clear();
        browser.see("#name").sendKeys("Ann", Keys.TAB);

        write("/help");

        browser.see(".message.user .who", "Ann");
        browser.reload();
        assertThat(browser.see("#name").getDomProperty("value")).isEqualTo("Ann");
    }

    private static void write(String words) {
        browser.see("#words").sendKeys(words, Keys.ENTER);
    }

    private static String page(String chat) {
        return "http://localhost:" + carillon.port() + "/chat/" + chat;
    }

    /// Somebody else writes.
    private static void post(String chat, String text) {
        String json =
                "{\"text\": \"%s\", \"user\": \"bob\"}"
                        .formatted(text.replace("\"", "\\\"").replace("\n", "\\n"));
        URI address =
                URI.create(
                        "http://localhost:%d/api/v1/chats/%s/messages"
                                .formatted(carillon.port(), chat));
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
        try {
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(202);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Config config(int port) {
        Reading reading = new ConfigReader(Map.of(), _ -> Optional.empty()).defaults();
        Config defaults = ((Reading.Loaded) reading).config();
        ServerConfig server = defaults.server();
        return new Config(
                new ServerConfig(server.host(), port, server.apiToken()),
                defaults.database(),
                directory.resolve("data"),
                defaults.timezone(),
                defaults.admins(),
                defaults.defaultAgent(),
                defaults.agents(),
                defaults.gateways(),
                defaults.routes(),
                defaults.schedules(),
                defaults.outgoing());
    }
}
