package dev.carillon.config;

/// Something wrong in the file. Lines and columns count from 1; line 0 means the file as a whole,
/// an empty key path likewise.
public record Problem(String file, int line, int column, String path, String message) {
    /// One line as compilers write it, so that editors and terminals can jump there.
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return path.isEmpty() ? place + ": " + message : place + ": " + path + ": " + message;
    }
}
