package io.stead;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Loads libsteadjni.so, which brings libstead.so.0 from its own folder: from the folder that a system property names,
 * else the copies in the jar, else from the library path.
 */
final class NativeLoader {
    /** The system property that names a folder with both libraries. */
    static final String FOLDER_PROPERTY = "stead.library.path";

    private static final String JNI_LIBRARY = "libsteadjni.so";
    private static final String LIBRARY = "libstead.so.0";

    private NativeLoader() {}

    static void load() {
        String folder = System.getProperty(FOLDER_PROPERTY);
        if (folder != null) {
            loadFile(Path.of(folder, JNI_LIBRARY).toAbsolutePath());
        } else if (!loadBundled("native/" + platform() + "/")) {
            loadFromLibraryPath();
        }
    }

    /** Refuses a library of another version than this jar: their records would not fit. */
    static void requireVersion(String library) {
        String expected = version();
        if (!expected.equals(library)) {
            throw new UnsatisfiedLinkError("this jar is Stead " + expected + ", but the library that was loaded is "
                    + library + " (" + platform() + "); check -D" + FOLDER_PROPERTY + " and the library path");
        }
    }

    /** The version of this jar. */
    static String version() {
        try (InputStream in = NativeLoader.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where this runs, as {@code os-arch-libc}. */
    static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).replace(' ', '-');
        String arch = System.getProperty("os.arch");
        return os + "-" + (arch.equals("amd64") ? "x86_64" : arch) + "-" + libc();
    }

    private static String libc() {
        try {
            String maps = Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1);
            return maps.contains("/ld-musl-") ? "musl" : "gnu";
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static void loadFile(Path library) {
        try {
            System.load(library.toString());
        } catch (UnsatisfiedLinkError e) {
            throw notLoaded(library + ", which -D" + FOLDER_PROPERTY + " names", e);
        }
    }

    /** Loads the copies in the jar from a fresh folder that only this user can enter; they need not stay there. */
    private static boolean loadBundled(String resources) {
        if (NativeLoader.class.getResource(resources + JNI_LIBRARY) == null) {
            return false;
        }
        try {
            Path folder = Files.createTempDirectory("stead");
            Path library = folder.resolve(LIBRARY);
            Path jni = folder.resolve(JNI_LIBRARY);
            try {
                extract(resources + LIBRARY, library);
                extract(resources + JNI_LIBRARY, jni);
                System.load(jni.toString());
            } finally {
                Files.deleteIfExists(jni);
                Files.deleteIfExists(library);
                Files.delete(folder);
            }
        } catch (UnsatisfiedLinkError e) {
            throw notLoaded("the copy in the jar", e);
        } catch (IOException e) {
            throw notLoaded("the copy in the jar, written to " + System.getProperty("java.io.tmpdir"), e);
        }
        return true;
    }

    private static void extract(String resource, Path target) throws IOException {
        try (InputStream in = NativeLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the jar lacks " + resource);
            }
            Files.copy(in, target);
        }
    }

    private static void loadFromLibraryPath() {
        try {
            System.loadLibrary("steadjni");
        } catch (UnsatisfiedLinkError e) {
            throw notLoaded("libsteadjni.so from the library path", e);
        }
    }

    private static UnsatisfiedLinkError notLoaded(String what, Throwable cause) {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError("Stead's native library could not be loaded on os "
                + System.getProperty("os.name") + ", arch " + System.getProperty("os.arch") + ", libc " + libc()
                + ": tried " + what + " (" + cause.getMessage() + "). The jar holds it for the platform it was built"
                + " on; elsewhere name a folder with libsteadjni.so and libstead.so.0 by -D" + FOLDER_PROPERTY + ".");
        error.initCause(cause);
        return error;
    }
}
