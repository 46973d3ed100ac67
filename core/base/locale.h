// The languages of mails and pages, as the contract spells them (contract 2.2).
#pragma once

#include <initializer_list>
#include <string_view>

namespace stead {

inline constexpr std::initializer_list<std::string_view> localeWords = {
    "EN", "NO", "FR", "DE", "ES", "BG", "CS", "DA", "IT", "NL", "PL",
    "PT", "RO", "RU", "SV", "Default", "JA", "TH", "ZH_CN", "ZH_TW", "KO"};

}  // namespace stead
