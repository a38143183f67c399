package dev.carillon.gateway.cli;

import java.io.Console;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The signal SIGHUP, by which daemons are told to read their files again, where the platform has
/// it. It is no part of the Java platform, so it is looked up and may be missing.
final class HangUp {
    private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

    private HangUp() {}

    /// In a terminal the signal keeps its meaning: there it says that the terminal was closed, and
    /// a server that went on would be in nobody's hands.
    // From JDK 25 on there is no console again where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    static void handle(Runnable work) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            install(work);
        }
    }

    private static void install(Runnable work) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle run =
                    MethodHandles.lookup()
                            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                            .bindTo((Runnable) () -> run(work));
            Object calls =
                    MethodHandleProxies.asInterfaceInstance(
                            handler, MethodHandles.dropArguments(run, 0, signal));
            Object hangUp = signal.getConstructor(String.class).newInstance("HUP");
            signal.getMethod("handle", signal, handler).invoke(null, hangUp, calls);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.info("no reload at SIGHUP here ({}); use: carillon config reload", e.toString());
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("the config file could not be read again; what held before still holds", e);
        }
    }
}
