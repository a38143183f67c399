package dev.carillon.scheduler;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a schedule brings about when it is due.
public sealed interface Payload {
    /// The exact text that was asked for, as people see it on the card.
    String text();

    /// Posted to the chat as it is; no agent runs.
    record Message(String text) implements Payload {
        public Message {
            Texts.requireNotBlank("message", text);
        }
    }

    /// An instruction the agent works on; its answer goes to the chat.
    record Task(String text) implements Payload {
        public Task {
            Texts.requireNotBlank("task", text);
        }
    }

    /// No instruction: the agent looks around and decides whether there is anything to say.
    record Heartbeat() implements Payload {
        @Override
        public String text() {
            return "heartbeat";
        }
    }

    /// An HTTP request; what comes back is the result of the run. Names of headers may be shown,
    /// their values never: they carry tokens.
    ///
    /// @param body sent as UTF-8; absent: none
    /// @param expectedStatus any other status is a failure
    record Endpoint(
            Method method,
            URI url,
            List<Header> headers,
            @Nullable String body,
            StatusRange expectedStatus)
            implements Payload {
        public Endpoint {
            headers = List.copyOf(headers);
            EndpointRules.check(method, url, headers, body);
        }

        @Override
        public String text() {
            return method + " " + shownUrl();
        }

        /// The address, without anything in it that is likely to be a secret.
        public String shownUrl() {
            return EndpointRules.shown(url);
        }

        /// The value of a header, whatever the case of its name.
        public Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst();
        }

        @Override
        public String toString() {
            return "Endpoint[" + text() + ", headers=" + headers + "]";
        }

        /// The methods of HTTP that make sense by the clock.
        public enum Method {
            GET,
            POST,
            PUT,
            PATCH,
            DELETE,
            HEAD;

            /// Whether a request of this kind may carry a body.
            public boolean takesBody() {
                return switch (this) {
                    case POST, PUT, PATCH, DELETE -> true;
                    case GET, HEAD -> false;
                };
            }
        }

        /// A line of the request's head.
        public record Header(String name, String value) {
            public Header {
                EndpointRules.checkHeader(name, value);
            }

            @Override
            public String toString() {
                return name + ": ***";
            }
        }
    }
}
