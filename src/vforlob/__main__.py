"""The first and last lines of the program: the process made safe, one exit. Imports nothing for --version."""

import sys


def main() -> None:
    """The one place that exits."""
    if sys.argv[1:] == ["--version"]:
        from vforlob import __version__  # nothing else is loaded for it

        sys.stdout.write(f"vforlob {__version__}\n")
        sys.exit(0)
    if sys.getfilesystemencoding() != "utf-8":
        _begin_again_in_utf_8()
    _make_safe()
    from vforlob.cli.start import run  # after the process was made safe

    _leave(run(sys.argv[1:]))


def _begin_again_in_utf_8() -> None:
    """In an old locale a path with Danish letters can be opened, but not stored or shown. In Python's UTF-8 mode it
    can, and the mode is chosen when Python starts. There is no way back here from there, so this happens once.
    """
    import os  # not for --version

    if sys.executable and sys.orig_argv[1:3] != ["-X", "utf8"]:
        python, *rest = map(os.fsencode, sys.orig_argv)
        os.execv(sys.executable, [python, b"-X", b"utf8", *rest])  # noqa: S606 - the very program that runs


def _make_safe() -> None:
    """Whatever is written is for its owner alone, a crash leaves no memory on the disk, and no console can
    make the program fail on a letter.
    """
    import gc  # not for --version
    import os  # likewise

    os.umask(0o077)
    gc.set_threshold(50_000)  # looking for garbage among modules costs a twentieth of a start
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is not None:  # closed by whoever started us
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        import resource  # not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _leave(code: int) -> None:
    """Without taking the interpreter apart, which takes a tenth of a start: everything is closed and written."""
    import os  # not for --version

    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except (OSError, ValueError):
                continue  # nobody is reading
    os._exit(code)


if __name__ == "__main__":
    main()
