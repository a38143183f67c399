package dev.carillon.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What may stand at a place of the file. Derived from the records by [Shapes]; the reader and the
/// JSON Schema both follow it, and so cannot disagree.
sealed interface Shape {
    /// Whether leaving it out, or leaving it empty, means something.
    boolean canBeEmpty();

    record Scalar(ScalarType<?> type) implements Shape {
        @Override
        public boolean canBeEmpty() {
            return false;
        }
    }

    record ListOf(Shape element) implements Shape {
        @Override
        public boolean canBeEmpty() {
            return true;
        }
    }

    /// Values by name; the names are chosen by the operator.
    record MapOf(ScalarType<?> name, Shape value) implements Shape {
        @Override
        public boolean canBeEmpty() {
            return true;
        }
    }

    /// Values by key; the keys are components of a record.
    record Section(Class<? extends Record> type, String description, List<Key> keys)
            implements Shape {
        @Override
        public boolean canBeEmpty() {
            return keys.stream().noneMatch(key -> key.isRequired() || !key.groups().isEmpty());
        }
    }

    /// One of several sections, told apart by the value of one key.
    ///
    /// @param choice the description of that key
    record Variants(
            Class<?> type,
            String description,
            String chosenBy,
            String choice,
            ScalarType<String> names,
            List<Variant> variants)
            implements Shape {
        @Override
        public boolean canBeEmpty() {
            return otherwise().filter(variant -> variant.section().canBeEmpty()).isPresent();
        }

        /// The one that is meant when nothing tells which.
        Optional<Variant> otherwise() {
            return variants.stream().filter(Variant::isOtherwise).findFirst();
        }
    }

    /// One of the sections to choose from.
    ///
    /// @param impliedBy see [ImpliedBy]; null where it must be named
    record Variant(String name, Section section, @Nullable List<String> impliedBy) {
        boolean isImpliedBy(Set<String> keys) {
            return impliedBy != null && impliedBy.stream().anyMatch(keys::contains);
        }

        boolean isOtherwise() {
            return impliedBy != null && impliedBy.isEmpty();
        }
    }

    /// A key of a section.
    ///
    /// @param absent the text that is read where the key is absent
    /// @param groups see [OneOf]
    /// @param fallsBackTo the key at the top that is read where it is absent
    record Key(
            String name,
            String description,
            Shape shape,
            boolean nullable,
            @Nullable String absent,
            @Nullable String fallsBackTo,
            List<String> groups,
            Timing.@Nullable Kind timing,
            @Nullable Bounds limits) {
        boolean isRequired() {
            return !nullable && absent == null && fallsBackTo == null && !shape.canBeEmpty();
        }
    }
}
