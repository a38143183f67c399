package dev.carillon.gateway.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of a query, strictly.
final class Parameters {
    private Parameters() {}

    /// @throws ProblemException when it is no whole number from `least` to `most`
    static int wholeNumber(
            String name, @Nullable String value, int otherwise, int least, int most) {
        if (value == null) {
            return otherwise;
        }
        OptionalInt number = parse(value);
        if (number.isEmpty() || number.getAsInt() < least || number.getAsInt() > most) {
            throw Problems.invalid(name, value, "a whole number from " + least + " to " + most);
        }
        return number.getAsInt();
    }

    private static OptionalInt parse(String value) {
        try {
            return OptionalInt.of(Integer.parseInt(value));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    /// @param further names that are allowed beside the constants
    /// @return nothing when it is absent or one of the further names
    /// @throws ProblemException when it is the name of none
    static <E extends Enum<E>> @Nullable E choice(
            String name, @Nullable String value, Class<E> type, String... further) {
        if (value == null || List.of(further).contains(value)) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(value)) {
                return constant;
            }
            names.add(name(constant));
        }
        names.addAll(Arrays.asList(further));
        throw Problems.unknownName(name, value, names);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
