package dev.carillon.config;

import java.util.List;

/// What came of reading a config file.
public sealed interface Reading {
    /// The file can be used. Warnings name what is allowed but probably not meant.
    record Loaded(Config config, List<Problem> warnings) implements Reading {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /// The file cannot be used; everything that is wrong with it, in the order of its lines.
    record Invalid(List<Problem> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
