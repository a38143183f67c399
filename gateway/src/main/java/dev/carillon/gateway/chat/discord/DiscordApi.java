package dev.carillon.gateway.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.internal.requests.Requester;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// Calls Discord's REST API over the connection there is. Channels are named by their ids alone, so
/// that one that JDA has not heard of can be written to: a direct message after a restart, a thread
/// that was archived.
final class DiscordApi {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private volatile @Nullable JDA jda;

    void use(JDA connection) {
        jda = connection;
    }

    void letGo() {
        jda = null;
    }

    Optional<JDA> connection() {
        return Optional.ofNullable(jda);
    }

    /// Calls a route and waits for the answer. A 429 is not waited out here: the core does that for
    /// all platforms.
    ///
    /// @throws CallFailed when there was no answer or not a good one
    JsonNode call(Route.CompiledRoute route, @Nullable JsonNode body) {
        JDA connection = jda;
        if (connection == null) {
            throw new CallFailed(ApiFailure.notConnected());
        }
        RequestBody bytes =
                body == null
                        ? null
                        : RequestBody.create(body.toString(), Requester.MEDIA_TYPE_JSON);
        try {
            return new RestActionImpl<JsonNode>(
                            connection, route, bytes, (response, _) -> json(response))
                    .complete(false);
        } catch (RateLimitedException e) {
            throw new CallFailed(ApiFailure.of(e), e);
        } catch (ErrorResponseException e) {
            throw new CallFailed(ApiFailure.of(e), e);
        } catch (RejectedExecutionException e) {
            // It was shut down meanwhile.
            throw new CallFailed(ApiFailure.notConnected(), e);
        }
    }

    private static JsonNode json(Response response) {
        return response.code == 204
                ? NullNode.getInstance()
                : response.get(JsonNode.class, MAPPER::readTree);
    }
}
