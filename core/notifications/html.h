// The HTML form of a mail, made of the same paragraphs as its plain form. Everything is escaped: what users wrote never
// becomes markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stead::notifications {

// What a brand gives a mail; empty members: ours.
struct MailBrand {
  std::string name;             // shown where there is no logo
  std::string backgroundColor;  // "#rrggbb" or a colour's name, as the brand's rules let through
  std::string buttonColor;
  std::string buttonTextColor;
  std::string logo;  // file name of the part "cid:" that the host attaches
};

[[nodiscard]] std::string escaped(std::string_view text);
// A colour that may stand in a style: '#' and 3 to 8 hex digits, or letters alone. Others count as none.
[[nodiscard]] bool isColor(std::string_view color) noexcept;

// One mail: its paragraphs as plain text. Lines that are one of `links` become links, "- " begins an item of a list,
// "> " quotes.
[[nodiscard]] std::string mailHtml(std::string_view language, std::string_view subject,
                                   const std::vector<std::string>& paragraphs, const std::vector<std::string>& links,
                                   const MailBrand& brand);

}  // namespace stead::notifications
