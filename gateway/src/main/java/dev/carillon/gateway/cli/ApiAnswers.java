package dev.carillon.gateway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;

/// Reads what the server answers, and says in words what went wrong.
final class ApiAnswers {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final int UNAUTHORIZED = 401;
    private static final int MOST_QUOTED = 200;

    private final ServerAddress address;

    ApiAnswers(ServerAddress address) {
        this.address = address;
    }

    /// @throws CommandFailure when it is not what was asked for
    JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw failure(response, response.body());
        }
        try {
            return MAPPER.readTree(response.body());
        } catch (JsonProcessingException _) {
            throw new CommandFailure(
                    "what answers at " + address.base() + " is no Carillon; see --server");
        }
    }

    CommandFailure failure(HttpResponse<?> response, String body) {
        int status = response.statusCode();
        if (status == UNAUTHORIZED) {
            return new CommandFailure(unauthorized());
        }
        if (status / 100 == 3) {
            return new CommandFailure(
                    address.base()
                            + " sends us on to "
                            + response.headers().firstValue("Location").orElse("elsewhere")
                            + ", where a token might be read by others; give the address itself"
                            + " with --server");
        }
        List<String> problems = problems(body);
        if (!problems.isEmpty()) {
            return CommandFailure.ofUsage(
                    "the server's config file is wrong, so nothing was changed:\n"
                            + ConfigOptions.listed(problems));
        }
        String message = detail(status, body);
        return status >= 500 ? new Unreachable(message) : new CommandFailure(message);
    }

    private String unauthorized() {
        String wanted = "the server's server.api_token";
        return address.token() == null
                ? address.base()
                        + " wants a token: give "
                        + wanted
                        + " with CARILLON_API_TOKEN or --token"
                : address.base()
                        + " does not accept the token from "
                        + address.tokenFrom()
                        + "; it wants "
                        + wanted;
    }

    /// What is wrong with the server's config file, if that is the problem.
    private static List<String> problems(String body) {
        List<String> problems = new ArrayList<>();
        try {
            MAPPER.readTree(body).path("problems").forEach(each -> problems.add(each.asText()));
        } catch (JsonProcessingException _) {
            // Not ours, and so without any.
        }
        return problems;
    }

    private String detail(int status, String body) {
        try {
            String detail = MAPPER.readTree(body).path("detail").asText("");
            if (!detail.isBlank()) {
                return detail;
            }
        } catch (JsonProcessingException _) {
            // Not ours: a proxy, or another program.
        }
        String quoted = SafeText.line(body.substring(0, Math.min(body.length(), MOST_QUOTED)));
        return address.base()
                + " answers with status "
                + status
                + (quoted.isEmpty() ? "" : ": " + quoted);
    }

    Unreachable unreachable(IOException e) {
        if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
            return new Unreachable(
                    "no server answers at "
                            + address.base()
                            + "; start it with ./carillon serve, or say where it is with --server");
        }
        if (e instanceof HttpTimeoutException) {
            return new Unreachable(address.base() + " takes too long to answer");
        }
        return new Unreachable("the connection to " + address.base() + " broke: " + e.getMessage());
    }
}
