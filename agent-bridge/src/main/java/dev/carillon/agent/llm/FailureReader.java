package dev.carillon.agent.llm;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.agent.llm.ModelFailure.Kind;
import dev.carillon.config.Excerpt;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Arrays;

/// Tells from what a provider or the network said what kind of failure it is, and puts it in words
/// for the people in the chat.
///
/// @param model the model's name, as the operator wrote it
record FailureReader(String model) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_QUOTE = 300;

    ModelFailure read(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ModelFailure failure -> {
                    return failure;
                }
                case ProviderRefusal refusal -> {
                    return refused(refusal);
                }
                case IOException _ -> {
                    return unreachable(cause);
                }
                case UnresolvedAddressException _ -> {
                    return unreachable(cause);
                }
                default -> {}
            }
        }
        return new ModelFailure(
                Kind.PASSING,
                "The model '%s' gave an answer that could not be used. Please try again."
                        .formatted(model),
                thrown);
    }

    ModelFailure tookTooLong() {
        return new ModelFailure(
                Kind.PASSING,
                "The model '%s' took too long to answer. Please try again.".formatted(model),
                null);
    }

    ModelFailure resting() {
        return new ModelFailure(
                Kind.RESTING,
                "The model '%s' has failed too often and is left alone for a while. Please try again a little later."
                        .formatted(model),
                null);
    }

    private ModelFailure unreachable(Throwable cause) {
        return new ModelFailure(
                Kind.PASSING,
                "The model '%s' cannot be reached at the moment. Please try again in a little while."
                        .formatted(model),
                cause);
    }

    private ModelFailure refused(ProviderRefusal refusal) {
        String said = said(refusal);
        return switch (refusal.statusCode()) {
            case 408, 409, 425 -> busy(refusal);
            case 429 -> isAboutCredit(said) ? noCredit(refusal) : busy(refusal);
            case 401, 403 ->
                    lasting(
                            refusal,
                            "The provider of the model '%s' refused our key (HTTP %d). The operator of this gateway has to check 'api_key' and what the account may use."
                                    .formatted(model, refusal.statusCode()));
            case 402 -> noCredit(refusal);
            case 404 ->
                    lasting(
                            refusal,
                            "The provider knows no model '%s' (HTTP 404). The operator of this gateway has to check the model's 'name' and 'base_url'."
                                    .formatted(model));
            case 413 -> tooLong(refusal);
            default -> refusal.statusCode() >= 500 ? busy(refusal) : rejected(refusal, said);
        };
    }

    private ModelFailure rejected(ProviderRefusal refusal, String said) {
        if (isAboutLength(said)) {
            return tooLong(refusal);
        }
        if (isAboutCredit(said)) {
            return noCredit(refusal);
        }
        return lasting(
                refusal,
                "The provider of the model '%s' did not accept the request (HTTP %d): %s. The operator of this gateway can find more in its log."
                        .formatted(model, refusal.statusCode(), quote(said)));
    }

    private ModelFailure busy(ProviderRefusal refusal) {
        return new ModelFailure(
                Kind.PASSING,
                "The model '%s' is overloaded or out of order at the moment (HTTP %d). Please try again in a little while."
                        .formatted(model, refusal.statusCode()),
                refusal.retryAfter(),
                refusal);
    }

    private ModelFailure noCredit(ProviderRefusal refusal) {
        return new ModelFailure(
                Kind.NO_CREDIT,
                "The account for the model '%s' has no credit left. The operator of this gateway has to look at the plan and billing of the provider."
                        .formatted(model),
                refusal);
    }

    private ModelFailure tooLong(ProviderRefusal refusal) {
        return lasting(
                refusal,
                "The conversation is too long for the model '%s'. Start afresh with /reset, or ask the operator of this gateway to lower 'history_tokens'."
                        .formatted(model));
    }

    private static ModelFailure lasting(ProviderRefusal refusal, String text) {
        return new ModelFailure(Kind.LASTING, text, refusal);
    }

    private static boolean isAboutLength(String said) {
        return containsAny(
                said,
                "context_length_exceeded",
                "context length",
                "context window",
                "prompt is too long",
                "too many tokens",
                "maximum number of tokens");
    }

    private static boolean isAboutCredit(String said) {
        return containsAny(said, "insufficient_quota", "credit balance", "billing");
    }

    private static boolean containsAny(String said, String... phrases) {
        String lower = said.toLowerCase(ROOT);
        return Arrays.stream(phrases).anyMatch(lower::contains);
    }

    /// The provider's own words: `error.code` and `error.message` where the body has them, as those
    /// of OpenAI, Anthropic and their like do; else the body.
    private static String said(ProviderRefusal refusal) {
        String body = refusal.getMessage() == null ? "" : refusal.getMessage();
        try {
            JsonNode error = JSON.readTree(body).path("error");
            String message = error.isTextual() ? error.asText() : error.path("message").asText();
            String code = error.path("code").asText("");
            return message.isBlank() ? body : (code.isBlank() ? "" : code + ": ") + message;
        } catch (JsonProcessingException _) {
            return body;
        }
    }

    private static String quote(String said) {
        String line = said.strip().replaceAll("\\s+", " ").replaceFirst("\\.$", "");
        return Excerpt.of(line, LONGEST_QUOTE);
    }
}
