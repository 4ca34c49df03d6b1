// Random numbers of the C++ peers: xoshiro256++, a 256-layer ziggurat for the exponential law
// (Marsaglia & Tsang 2000, with a 53-bit mantissa), polar normals, Hörmann's Poisson (PTRS).
#pragma once
#include <cmath>
#include <cstdint>

/// The ziggurat's layers: rejection thresholds, widths, heights.
struct Ziggurat {
  static constexpr double tail = 7.69711747013104972;
  uint64_t threshold[256];
  double width[256], height[256];

  Ziggurat() {
    const double scale = 0x1p53, area = 3.949659822581572e-3;
    double edge = tail, above = edge;
    const double base = area / std::exp(-edge);
    threshold[0] = static_cast<uint64_t>(edge / base * scale);
    threshold[1] = 0;
    width[0] = base / scale;
    width[255] = edge / scale;
    height[0] = 1;
    height[255] = std::exp(-edge);
    for (int layer = 254; layer >= 1; --layer) {
      edge = -std::log(area / edge + std::exp(-edge));
      threshold[layer + 1] = static_cast<uint64_t>(edge / above * scale);
      above = edge;
      height[layer] = std::exp(-edge);
      width[layer] = edge / scale;
    }
  }
};

inline const Ziggurat ziggurat;

/// One stream of random numbers.
class Random {
 public:
  explicit Random(uint64_t seed) {
    for (auto &word : state) {
      uint64_t z = seed += 0x9e3779b97f4a7c15;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
      z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
      word = z ^ (z >> 31);
    }
  }

  uint64_t next() {
    const uint64_t result = rotated(state[0] + state[3], 23) + state[0], shifted = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotated(state[3], 45);
    return result;
  }

  /// Uniform in [0, 1).
  double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  /// A whole number below `n`.
  uint32_t below(uint32_t n) {
    return static_cast<uint32_t>((static_cast<unsigned __int128>(next()) * n) >> 64);
  }

  /// Exponential with mean 1.
  double exponential() {
    const uint64_t word = next(), mantissa = word >> 11;
    const unsigned layer = word & 255;
    if (__builtin_expect(mantissa < ziggurat.threshold[layer], 1))
      return static_cast<double>(mantissa) * ziggurat.width[layer];
    return rareExponential(layer, mantissa);
  }

  /// Standard normal.
  double normal() {
    for (;;) {
      const double a = 2 * uniform() - 1, b = 2 * uniform() - 1, square = a * a + b * b;
      if (square > 0 && square < 1) return a * std::sqrt(-2 * std::log(square) / square);
    }
  }

  uint64_t poisson(double mean) { return mean < 10 ? smallPoisson(mean) : largePoisson(mean); }

 private:
  uint64_t state[4];

  static uint64_t rotated(uint64_t word, int by) { return (word << by) | (word >> (64 - by)); }

  __attribute__((noinline)) double rareExponential(unsigned layer, uint64_t mantissa) {
    for (;;) {
      if (layer == 0) return Ziggurat::tail - std::log(1 - uniform());
      const double x = static_cast<double>(mantissa) * ziggurat.width[layer];
      const double low = ziggurat.height[layer], high = ziggurat.height[layer - 1];
      if (low + uniform() * (high - low) < std::exp(-x)) return x;
      const uint64_t word = next();
      layer = word & 255;
      mantissa = word >> 11;
      if (mantissa < ziggurat.threshold[layer])
        return static_cast<double>(mantissa) * ziggurat.width[layer];
    }
  }

  uint64_t smallPoisson(double mean) {
    uint64_t count = 0;
    const double limit = std::exp(-mean);
    for (double product = uniform(); product > limit; product *= uniform()) ++count;
    return count;
  }

  uint64_t largePoisson(double mean) {
    const double logMean = std::log(mean), b = 0.931 + 2.53 * std::sqrt(mean);
    const double a = -0.059 + 0.02483 * b, inverse = 1.1239 + 1.1328 / (b - 3.4);
    const double edge = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
      const double u = uniform() - 0.5, v = uniform(), distance = 0.5 - std::fabs(u);
      const double count = std::floor((2 * a / distance + b) * u + mean + 0.43);
      if (distance >= 0.07 && v <= edge) return static_cast<uint64_t>(count);
      if (count < 0 || (distance < 0.013 && v > distance)) continue;
      const double left = std::log(v) + std::log(inverse)
        - std::log(a / (distance * distance) + b);
      if (left <= count * logMean - mean - std::lgamma(count + 1))
        return static_cast<uint64_t>(count);
    }
  }
};
