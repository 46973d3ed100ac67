// The host secret of all stores that benchmarks make: worlds are made by one program and measured by another.
#pragma once

#include <array>
#include <cstdint>

namespace stead::bench {

inline constexpr std::array<std::uint8_t, 32> secret{7, 7, 7, 7};

}  // namespace stead::bench
