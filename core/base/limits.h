// Every limit on what comes from outside, in one place. Units are in the names.
#pragma once

#include <cstddef>
#include <cstdint>

namespace stead::limits {

// The JSON edge (design 8).
inline constexpr std::size_t recordBytesMax = std::size_t{1024} * 1024;
inline constexpr int recordDepthMax = 64;
inline constexpr std::int64_t integerAbsMax = (std::int64_t{1} << 53) - 1;

// People and identities (contract 2.2, 3.1).
inline constexpr std::size_t nameCodePointsMax = 80;
inline constexpr std::size_t teamNameCodePointsMax = 255;
inline constexpr std::int64_t apiKeysPerUserMax = 100;  // not revoked
inline constexpr std::size_t invitationsMax = 100;      // in one request
inline constexpr std::size_t userIdsMax = 100;
inline constexpr std::int64_t teamMembersShownMax = 1000;  // with their team; the list of users shows all
inline constexpr std::int64_t handedOverMax = 2000;        // documents that one change may touch
inline constexpr std::size_t documentIdsMax = 100;
inline constexpr std::size_t effectsShownMax = 100;  // of a plan, which counts all
inline constexpr std::size_t emailBytesMax = 250;
inline constexpr std::size_t urlBytesMax = 2000;
inline constexpr std::size_t userAgentBytesMax = 500;
inline constexpr std::size_t requestIdBytesMax = 100;

// Metadata (contract 2.2, design 5).
inline constexpr std::size_t metaPairsMax = 50;
inline constexpr std::size_t metaKeyCodePointsMax = 50;
inline constexpr std::size_t metaValueCodePointsMax = 500;

// Documents (contract 4.5).
inline constexpr std::size_t filesMax = 25;
inline constexpr std::size_t fileBytesMax = std::size_t{25} * 1024 * 1024;
inline constexpr std::size_t fileNameCodePointsMax = 250;
inline constexpr int pagesPerFileMax = 1000;
inline constexpr std::size_t titleCodePointsMax = 256;
inline constexpr std::size_t messageCodePointsMax = 5000;
inline constexpr std::size_t signersMax = 50;
inline constexpr std::size_t logoBytesMax = std::size_t{1024} * 1024;
inline constexpr std::int64_t brandsPerAccountMax = 100;
inline constexpr std::size_t finishedBytesMax = std::size_t{200} * 1024 * 1024;  // one finished file
inline constexpr std::int64_t picturePixelsMax = 25 * 1000 * 1000;               // of a picture that becomes a page
inline constexpr std::int64_t fetchTriesMax = 5;                                 // of a file by address
inline constexpr std::size_t ccMax = 50;
inline constexpr std::size_t signerNameCodePointsMax = 250;
inline constexpr std::size_t fieldsPerSignerMax = 500;
inline constexpr std::size_t fieldIdCodePointsMax = 100;
inline constexpr std::size_t fieldNameCodePointsMax = 250;
inline constexpr std::size_t fieldValueCodePointsMax = 5000;
inline constexpr std::size_t fieldRegexBytesMax = 500;
inline constexpr std::uint32_t fieldRegexStepsMax = 100000;
inline constexpr std::uint32_t fieldRegexHeapKibMax = 1024;
inline constexpr std::size_t signatureCodePointsMax = 200;
inline constexpr std::int64_t boundsMax = 100000;
inline constexpr std::int64_t signerOrderMax = 50;
inline constexpr std::size_t accessCodeCodePointsMax = 50;
inline constexpr int accessCodeTriesMax = 10;
inline constexpr std::size_t labelsMax = 50;
inline constexpr std::size_t labelCodePointsMax = 255;
inline constexpr std::int64_t dayMs = std::int64_t{24} * 60 * 60 * 1000;
inline constexpr std::int64_t hourMs = std::int64_t{60} * 60 * 1000;
inline constexpr std::int64_t expiryDaysMax = 180;
inline constexpr std::int64_t expiryDaysDefault = 60;
inline constexpr std::int64_t trashDays = 30;
inline constexpr std::int64_t expiryHoursMin = 8;
inline constexpr std::int64_t expiryHoursMax = 4320;

// Storage and lists.
inline constexpr std::size_t fileChunkBytes = std::size_t{256} * 1024;
inline constexpr std::int64_t pageSizeDefault = 10;
inline constexpr std::int64_t pageSizeMax = 100;
inline constexpr std::int64_t totalCountedMax = 10000;
inline constexpr std::int64_t listStepsMax = 5000;  // rows a filtered list looks at before it answers "continue"
inline constexpr std::size_t searchCodePointsMax = 100;
inline constexpr std::int64_t requestOnceKeptMs = dayMs;

// Mails and audit.
inline constexpr int consentMailsPerAddressMax = 10;  // in consentMailWindowMs, over all accounts
inline constexpr std::int64_t consentMailWindowMs = dayMs;
inline constexpr int refusalsAuditedPerHourMax = 20;  // per actor; then a count

}  // namespace stead::limits
