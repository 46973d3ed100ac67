#include "notifications/html.h"

#include <algorithm>

#include "base/text.h"

namespace stead::notifications {
namespace {

constexpr std::string_view background = "#f4f5f7";
constexpr std::string_view button = "#1f4e79";
constexpr std::string_view buttonText = "#ffffff";

std::string colorOr(const std::string& color, std::string_view ours) {
  return isColor(color) ? color : std::string(ours);
}

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

enum class Line { plain, item, quote, link };

Line kindOf(std::string_view line, const std::vector<std::string>& links) {
  if (std::find(links.begin(), links.end(), line) != links.end()) return Line::link;
  if (line.starts_with("- ")) return Line::item;
  return line.starts_with(">") ? Line::quote : Line::plain;
}

const char* opening(Line kind) {
  switch (kind) {
    case Line::item:
      return "<ul>";
    case Line::quote:
      return "<blockquote>";
    case Line::link:
    case Line::plain:
      break;
  }
  return "<p>";
}

const char* closing(Line kind) {
  switch (kind) {
    case Line::item:
      return "</ul>\n";
    case Line::quote:
      return "</blockquote>\n";
    case Line::link:
    case Line::plain:
      break;
  }
  return "</p>\n";
}

std::string quoted(std::string_view line) {
  line.remove_prefix(1);
  if (line.starts_with(" ")) line.remove_prefix(1);
  return escaped(line);
}

std::string linked(std::string_view url, const MailBrand& brand) {
  const std::string safe = escaped(url);
  return "<a href=\"" + safe + "\" style=\"display:inline-block;padding:8px 16px;border-radius:4px;background:" +
         colorOr(brand.buttonColor, button) + ";color:" + colorOr(brand.buttonTextColor, buttonText) +
         ";word-break:break-all\">" + safe + "</a>";
}

std::string inside(Line kind, std::string_view line, const MailBrand& brand) {
  switch (kind) {
    case Line::item:
      return "<li>" + escaped(line.substr(2)) + "</li>";
    case Line::quote:
      return quoted(line);
    case Line::link:
      return linked(line, brand);
    case Line::plain:
      break;
  }
  return escaped(line);
}

// Neighbours of one kind stand in one element, a line each.
std::string paragraphHtml(std::string_view paragraph, const std::vector<std::string>& links, const MailBrand& brand) {
  std::string out;
  Line open = Line::plain;
  bool isOpen = false;
  for (const std::string_view line : linesOf(paragraph)) {
    const Line kind = kindOf(line, links);
    if (isOpen && kind != open) {
      out += closing(open);
      isOpen = false;
    }
    if (!isOpen) {
      out += opening(kind);
    } else if (kind != Line::item) {
      out += "<br>\n";
    }
    out += inside(kind, line, brand);
    open = kind;
    isOpen = true;
  }
  return isOpen ? out + closing(open) : out;
}

// The logo is named, never fetched: the host attaches the file under its name.
std::string headOf(const MailBrand& brand) {
  if (!brand.logo.empty()) {
    return "<p><img src=\"cid:" + escaped(brand.logo) + "\" alt=\"" + escaped(brand.name) +
           "\" style=\"max-height:60px\"></p>\n";
  }
  return brand.name.empty() ? "" : "<p><strong>" + escaped(brand.name) + "</strong></p>\n";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

bool isColor(std::string_view color) noexcept {
  const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (color.starts_with('#')) {
    color.remove_prefix(1);
    return color.size() >= 3 && color.size() <= 8 && std::all_of(color.begin(), color.end(), isHex);
  }
  return !color.empty() && color.size() <= 30 && std::all_of(color.begin(), color.end(), isLetter);
}

std::string mailHtml(std::string_view language, std::string_view subject, const std::vector<std::string>& paragraphs,
                     const std::vector<std::string>& links, const MailBrand& brand) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + escaped(text::asciiLower(language)) +
                    "\">\n<head><meta charset=\"utf-8\"><title>" + escaped(subject) +
                    "</title></head>\n<body style=\"margin:0;padding:16px;font-family:sans-serif;background:" +
                    colorOr(brand.backgroundColor, background) + "\">\n" +
                    "<div style=\"max-width:640px;margin:auto;padding:16px;background:#ffffff;color:#222222\">\n" +
                    headOf(brand);
  for (const std::string& paragraph : paragraphs) out += paragraphHtml(paragraph, links, brand);
  return out + "</div>\n</body>\n</html>\n";
}

}  // namespace stead::notifications
