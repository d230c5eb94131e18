"""Runs typst once and ends: in a long-lived process its cache would grow to hundreds of MB.

Started as a script. Reads one JSON object with the arguments of ``typst.compile`` from standard
input and writes the finished file to standard output; a failure is told on standard error.
"""

import json
import sys

import typst


def main() -> int:
    """0 when the file was written, 1 when typst refused."""
    job = json.load(sys.stdin.buffer)
    try:
        data = typst.compile(
            job["document"].encode(),
            sys_inputs={"data": json.dumps(job["data"])},
            font_paths=job["font_paths"],
            ignore_system_fonts=True,
            format=job["format"],
            ppi=job["ppi"],
            pdf_standards=job["pdf_standards"],
            timestamp=0,
        )
    except typst.TypstError as error:
        sys.stderr.write("; ".join((error.message, *error.hints)))
        return 1
    sys.stdout.buffer.write(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
