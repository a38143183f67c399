package dev.carillon.gateway.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A real browser that looks at the page, with a fresh profile.
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Opens a browser; where there is none, the test is skipped.
    static Browser open(Path profile) {
        Optional<Path> chromium =
                program("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        Optional<Path> chromedriver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "the page is not tested in a browser: there is no Chromium with its chromedriver"
                        + " on the PATH");
        ChromeOptions options =
                new ChromeOptions()
                        .setBinary(chromium.orElseThrow().toFile())
                        .addArguments(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-dev-shm-usage",
                                "--lang=en-GB",
                                "--user-data-dir=" + profile.toAbsolutePath());
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                        .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> program(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of(path.split(File.pathSeparator))
                                .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void show(String address) {
        driver.get(address);
    }

    void reload() {
        driver.navigate().refresh();
    }

    void desktop() {
        size(1280, 860, 1, false);
    }

    void phone() {
        size(390, 780, 2, true);
    }

    private void size(int width, int height, int density, boolean isMobile) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", width,
                        "height", height,
                        "deviceScaleFactor", density,
                        "mobile", isMobile));
    }

    void dark(boolean isDark) {
        Map<String, Object> scheme =
                Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light");
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    void zone(String zone) {
        command("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    }

    void offline(boolean isOffline) {
        command("Network.enable", Map.of());
        command(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", isOffline,
                        "latency", 0,
                        "downloadThroughput", -1,
                        "uploadThroughput", -1));
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    /// Waits for the first element that a selector finds.
    WebElement see(String selector) {
        return waiting(selector).until(_ -> all(selector).stream().findFirst().orElse(null));
    }

    /// Waits for an element with a text in it.
    WebElement see(String selector, String text) {
        return waiting(selector + " with '" + text + "'")
                .until(_ ->
                        all(selector).stream()
                                .filter(each -> each.getText().contains(text))
                                .findFirst()
                                .orElse(null));
    }

    /// Presses what a selector finds, which may just be put anew in its place.
    void press(String selector) {
        waiting(selector)
                .until(_ -> {
                    see(selector).click();
                    return true;
                });
    }

    /// Waits until a selector finds that many.
    void seeCount(String selector, int count) {
        waiting(count + " times " + selector).until(_ -> all(selector).size() == count);
    }

    private WebDriverWait waiting(String what) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
        wait.ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "waiting for " + what + " on a page that says:\n" + words());
        return wait;
    }

    private String words() {
        screenshot("failure");
        return driver.findElement(By.tagName("body")).getText() + "\n" + complaints();
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    List<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText).toList();
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /// What the browser complained about, such as a breach of the content security policy.
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    void screenshot(String name) {
        byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the screenshot " + name, e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
