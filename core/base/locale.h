// The languages of mails and pages, as the contract spells them (contract 2.2).
#pragma once

#include <array>
#include <string_view>

namespace stead {

inline constexpr std::array<std::string_view, 21> localeWords{"EN", "NO",      "FR", "DE", "ES",    "BG",    "CS",
                                                              "DA", "IT",      "NL", "PL", "PT",    "RO",    "RU",
                                                              "SV", "Default", "JA", "TH", "ZH_CN", "ZH_TW", "KO"};

}  // namespace stead
