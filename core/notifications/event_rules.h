// The words of the contract for what happened (contract 6.2), told from audit entries. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stead::notifications {

// What data an event is about: the discriminator of payloads (contract 6.3).
enum class EventData : std::uint8_t { document, senderIdentity };

struct EventRow {
  std::string_view word;       // "Sent", "SenderIdentityVerified"
  std::string_view operation;  // of the audit entry that says so
  std::string_view outcome;
  EventData data;
  bool isEnd = false;  // the subject is gone after it
};

// Every event the engine can tell of.
[[nodiscard]] std::span<const EventRow> eventRows() noexcept;
// nullptr for any other text than a word.
[[nodiscard]] const EventRow* eventWithWord(std::string_view word) noexcept;
// The row of an entry; nullptr when the contract has no word for it.
[[nodiscard]] const EventRow* eventOf(std::string_view operation, std::string_view outcome,
                                      std::string_view actorKind) noexcept;

}  // namespace stead::notifications
