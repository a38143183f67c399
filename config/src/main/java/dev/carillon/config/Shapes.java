package dev.carillon.config;

import dev.carillon.config.Shape.ListOf;
import dev.carillon.config.Shape.MapOf;
import dev.carillon.config.Shape.Scalar;
import dev.carillon.config.Shape.Section;
import dev.carillon.config.Shape.Variant;
import dev.carillon.config.Shape.Variants;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Derives the shape of the file from the records and their annotations.
final class Shapes {
    private static final Map<Class<?>, Section> SECTIONS = new ConcurrentHashMap<>();

    private Shapes() {}

    static Section section(Class<? extends Record> type) {
        Section known = SECTIONS.get(type);
        if (known != null) {
            return known;
        }
        List<Shape.Key> keys = Arrays.stream(type.getRecordComponents()).map(Shapes::key).toList();
        Section section = new Section(type, description(type), keys);
        SECTIONS.put(type, section);
        return section;
    }

    private static Shape.Key key(RecordComponent component) {
        Shape shape = of(component.getGenericType());
        Limits limits = component.getAnnotation(Limits.class);
        WrittenAs writtenAs = component.getAnnotation(WrittenAs.class);
        return new Shape.Key(
                writtenAs == null ? Names.snakeCase(component.getName()) : writtenAs.value(),
                description(component),
                shape,
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                value(component, Default.class, Default::value),
                value(component, FallsBackTo.class, FallsBackTo::value),
                groups(component),
                value(component, TimingKey.class, TimingKey::value),
                limits == null || !(shape instanceof Scalar(ScalarType<?> type))
                        ? null
                        : Bounds.of(type, limits));
    }

    private static List<String> groups(RecordComponent component) {
        OneOf present = component.getAnnotation(OneOf.class);
        return present == null ? List.of() : List.of(present.value());
    }

    private static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? new ListOf(of(arguments[0]))
                    : new MapOf(scalar((Class<?>) arguments[0]), of(arguments[1]));
        }
        Class<?> simple = (Class<?>) type;
        ScalarType<?> scalar = Scalars.of(simple);
        if (scalar != null) {
            return new Scalar(scalar);
        }
        return simple.isSealed() ? variants(simple) : section(simple.asSubclass(Record.class));
    }

    private static Variants variants(Class<?> type) {
        ChosenBy chosenBy = type.getAnnotation(ChosenBy.class);
        List<Variant> variants =
                Arrays.stream(type.getPermittedSubclasses()).map(Shapes::variant).toList();
        List<String> names = variants.stream().map(Variant::name).toList();
        return new Variants(
                type,
                description(type),
                chosenBy.value(),
                chosenBy.description(),
                Scalars.choice(String.class, names, name -> name),
                variants);
    }

    private static Variant variant(Class<?> type) {
        ImpliedBy implied = type.getAnnotation(ImpliedBy.class);
        return new Variant(
                Names.snakeCase(type.getSimpleName()),
                section(type.asSubclass(Record.class)),
                implied == null ? null : List.of(implied.value()));
    }

    private static ScalarType<?> scalar(Class<?> type) {
        return Objects.requireNonNull(Scalars.of(type), () -> "no way to write a " + type);
    }

    private static String description(AnnotatedElement element) {
        return element.getAnnotation(Description.class).value();
    }

    private static <A extends Annotation, T> @Nullable T value(
            RecordComponent component, Class<A> annotation, Function<A, T> value) {
        A present = component.getAnnotation(annotation);
        return present == null ? null : value.apply(present);
    }
}
