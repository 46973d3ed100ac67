#include "storage/text_search.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace stead::textSearch {
namespace {

// Three private-use characters tell whose a row is; migration 002 writes the same. Users and accounts have blocks of
// their own.
constexpr std::uint32_t userBlock = 0xE000;
constexpr std::uint32_t accountBlock = 0xF0000;
constexpr std::int64_t blockSize = 6400;

// The work grows with the rows that have each trigram asked for, so a few rare ones are asked for and no more.
constexpr std::size_t trigramsMax = 3;

void appendUtf8(std::string& out, std::uint32_t codePoint) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((codePoint >> shift) & 0x3FU)); };
  if (codePoint < 0x10000) {
    out += static_cast<char>(0xE0U | (codePoint >> 12U));
  } else {
    out += static_cast<char>(0xF0U | (codePoint >> 18U));
    tail(12);
  }
  tail(6);
  tail(0);
}

std::string codeOf(std::uint32_t block, std::int64_t number) {
  std::string code;
  for (int i = 0; i < 3; ++i, number /= blockSize) {
    appendUtf8(code, block + static_cast<std::uint32_t>(number % blockSize));
  }
  return code;
}

// How rare a character is in names and addresses: its place among the common ones.
std::size_t rarity(std::string_view character) {
  constexpr std::string_view commonFirst = "e@.aionrstlcmdhugpbfykwv0123456789zjxq";
  const std::size_t place = character.size() == 1 ? commonFirst.find(character.front()) : std::string_view::npos;
  return std::min(place, commonFirst.size());
}

struct Trigram {
  std::string_view text;
  std::size_t rarity = 0;
};

std::vector<Trigram> trigramsOf(std::string_view needle) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < needle.size();) {
    const std::size_t bytes = text::characterBytes(needle[at]);
    characters.push_back(needle.substr(at, bytes));
    at += bytes;
  }
  std::vector<Trigram> out;
  for (std::size_t i = 0; i + 2 < characters.size(); ++i) {
    const std::size_t bytes = characters[i].size() + characters[i + 1].size() + characters[i + 2].size();
    out.push_back({std::string_view(characters[i].data(), bytes),
                   rarity(characters[i]) + rarity(characters[i + 1]) + rarity(characters[i + 2])});
  }
  return out;
}

std::string termOf(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::optional<std::string> match(const std::string& owner, std::string_view needle) {
  // The index reads a term to its first NUL.
  if (needle.find('\0') != std::string_view::npos) return std::nullopt;
  std::vector<Trigram> trigrams = trigramsOf(needle);
  if (trigrams.empty()) return std::nullopt;
  std::stable_sort(trigrams.begin(), trigrams.end(), [](const auto& a, const auto& b) { return a.rarity > b.rarity; });
  trigrams.resize(std::min(trigrams.size(), trigramsMax));
  std::string out = termOf(owner);
  for (const Trigram& trigram : trigrams) out += " AND " + termOf(trigram.text);
  return out;
}

std::string wordsOf(const IdentityWords& words) { return std::string(words.name) + "\n" + std::string(words.email); }

}  // namespace

void add(Connection& db, const IdentityWords& words) {
  db.run("INSERT INTO identity_search (rowid, creator, words) VALUES ($1, $2, $3)", words.row,
         codeOf(userBlock, words.creatorRow), wordsOf(words));
}

void remove(Connection& db, const IdentityWords& words) {
  db.run("INSERT INTO identity_search (identity_search, rowid, creator, words) VALUES ('delete', $1, $2, $3)",
         words.row, codeOf(userBlock, words.creatorRow), wordsOf(words));
}

void add(Connection& db, AccountScope scope, const DocumentWords& words) {
  db.run("INSERT INTO document_search (rowid, holder, account, words) VALUES ($1, $2, $3, $4)", words.row,
         codeOf(userBlock, words.holderRow), codeOf(accountBlock, scope.account), words.words);
}

void remove(Connection& db, AccountScope scope, const DocumentWords& words) {
  db.run(
      "INSERT INTO document_search (document_search, rowid, holder, account, words) VALUES ('delete', $1, $2, $3, $4)",
      words.row, codeOf(userBlock, words.holderRow), codeOf(accountBlock, scope.account), words.words);
}

std::optional<std::string> ofCreator(std::int64_t creatorRow, std::string_view needle) {
  return match(codeOf(userBlock, creatorRow), needle);
}

std::optional<std::string> ofHolder(std::int64_t holderRow, std::string_view needle) {
  return match(codeOf(userBlock, holderRow), needle);
}

std::optional<std::string> ofAccount(AccountScope scope, std::string_view needle) {
  return match(codeOf(accountBlock, scope.account), needle);
}

}  // namespace stead::textSearch
