"""The first and last lines of the program: the process made safe, one exit. Imports nothing for --version."""

import sys


def main() -> None:
    """The one place that exits."""
    if sys.argv[1:] == ["--version"]:
        from vforlob import __version__  # nothing else is loaded for it

        sys.stdout.write(f"vforlob {__version__}\n")
        sys.exit(0)
    _make_safe()
    from vforlob.cli.start import run  # after the process was made safe

    _leave(run(sys.argv[1:]))


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
