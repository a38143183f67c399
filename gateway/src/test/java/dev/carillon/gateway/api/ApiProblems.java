package dev.carillon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.gateway.HttpApi.Response;

/// What every error of the API must be.
final class ApiProblems {
    private ApiProblems() {}

    /// @return the words for people
    static String assertProblem(Response response, int status, String code) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        JsonNode problem = response.json();
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText())
                .isNotBlank()
                .doesNotContain("Exception", "jackson", "dev.carillon", "java.", "Argument")
                .doesNotContainPattern("\\p{Cntrl}");
        return problem.get("detail").asText();
    }
}
