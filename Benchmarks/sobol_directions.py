"""Writes the direction numbers of Sobol's sequence into Sources/Experiment/Design/Sobol+Directions.swift.

Those of Joe and Kuo (2008, doi:10.1137/070709359), search criterion D(6), as the package scipy carries
them: of each dimension the primitive polynomial as a number whose bits are its coefficients, and as many
initial numbers as its degree.

    python Benchmarks/sobol_directions.py          (needs scipy; the numbers don't change)
"""
import pathlib
import textwrap

import numpy
import scipy.stats

DIMENSIONS = 512
HEAD = '''extension Sobol {
  /// For each dimension the primitive polynomial, its coefficients as bits, and the initial numbers: those of
  /// Joe and Kuo (2008, doi:10.1137/070709359), criterion D(6). `Benchmarks/sobol_directions.py` wrote them.
  static let table = """
'''


def main():
    numbers = numpy.load(pathlib.Path(scipy.stats.__file__).parent / "_sobol_direction_numbers.npz")
    entries = []
    for polynomial, initial in zip(numbers["poly"][:DIMENSIONS], numbers["vinit"]):
        degree = int(polynomial).bit_length() - 1
        entries.append(" ".join(str(int(one)) for one in [polynomial, *initial[:degree]]) + ";")
    text = textwrap.fill(" ".join(entries), 112, break_long_words=False)
    file = pathlib.Path(__file__).parents[1] / "Sources/Experiment/Design/Sobol+Directions.swift"
    file.write_text(HEAD + textwrap.indent(text, "    ") + '\n    """\n}\n')


main()
