#include "engine/secrets.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/error.h"
#include "base/text.h"

namespace stead {
namespace {

Hash linkMac(const Hash& key, std::string_view kind, std::string_view id, std::string_view round) {
  return crypto::hmacSha256(key, {bytesOf(kind), bytesOf("."), bytesOf(id), bytesOf("."), bytesOf(round)});
}

Hash codeMac(const Hash& key, std::string_view documentId, std::string_view signerId, std::string_view code) {
  return crypto::hmacSha256(key, {bytesOf(documentId), bytesOf("|"), bytesOf(signerId), bytesOf("|"), bytesOf(code)});
}

DerivedKeys derivedFrom(ByteView secret) {
  DerivedKeys keys;
  std::copy(secret.begin(), secret.end(), keys.secret.begin());
  keys.links = crypto::deriveKey(secret, "links");
  keys.accessCodes = crypto::deriveKey(secret, "access codes");
  keys.webhooks = crypto::deriveKey(secret, "webhooks");
  return keys;
}

[[noreturn]] void refuseLink() {
  throw Error(Code::linkNotFound, "the link is not valid; open the newest mail, or ask for a new link");
}

}  // namespace

Secrets::Secrets(ByteView hostSecret, ByteView previous) {
  if (hostSecret.size() != hostSecretBytes) {
    throw Error(Code::malformedArgument, "the host secret must be exactly 32 bytes");
  }
  if (previous.size() % hostSecretBytes != 0 || previous.size() > previousSecretsMax * hostSecretBytes) {
    throw Error(Code::malformedArgument, "the previous secrets must be 32 bytes each, at most 4");
  }
  keys_.reserve(1 + previous.size() / hostSecretBytes);
  keys_.push_back(derivedFrom(hostSecret));
  for (std::size_t at = 0; at < previous.size(); at += hostSecretBytes) {
    keys_.push_back(derivedFrom(previous.subspan(at, hostSecretBytes)));
  }
}

Secrets::~Secrets() {
  for (DerivedKeys& keys : keys_) {
    crypto::wipe(keys.secret);
    crypto::wipe(keys.links);
    crypto::wipe(keys.accessCodes);
    crypto::wipe(keys.webhooks);
  }
}

std::string Secrets::linkToken(std::string_view kind, std::string_view id, std::int64_t round) const {
  const std::string number = std::to_string(round);
  return std::string(kind) + "." + std::string(id) + "." + number + "." +
         crypto::base64Url(linkMac(keys_.front().links, kind, id, number));
}

Secrets::Link Secrets::openLink(std::string_view kind, std::string_view token) const {
  std::array<std::string_view, 4> parts;
  std::size_t count = 0;
  for (std::string_view rest = token; count < parts.size(); ++count) {
    const auto dot = rest.find('.');
    parts[count] = rest.substr(0, dot);
    if (dot == std::string_view::npos) {
      ++count;
      break;
    }
    rest.remove_prefix(dot + 1);
  }
  if (token.size() > 200 || count != parts.size() || parts[0] != kind || !text::isGuid(parts[1])) refuseLink();
  const auto round = text::parseInteger(parts[2]);
  const auto mac = crypto::fromBase64Url(parts[3]);
  if (!round || !mac) refuseLink();
  const bool ours = std::any_of(keys_.begin(), keys_.end(), [&](const DerivedKeys& keys) {
    return crypto::equalInConstantTime(*mac, linkMac(keys.links, kind, parts[1], parts[2]));
  });
  if (!ours) refuseLink();
  return {std::string(kind), std::string(parts[1]), *round};
}

Hash Secrets::accessCodeMac(std::string_view documentId, std::string_view signerId, std::string_view code) const {
  return codeMac(keys_.front().accessCodes, documentId, signerId, code);
}

bool Secrets::isAccessCode(std::string_view documentId, std::string_view signerId, std::string_view code,
                           ByteView mac) const {
  return std::any_of(keys_.begin(), keys_.end(), [&](const DerivedKeys& keys) {
    return crypto::equalInConstantTime(mac, codeMac(keys.accessCodes, documentId, signerId, code));
  });
}

Bytes Secrets::sealWebhookSecret(std::string_view webhookId, std::string_view secret,
                                 const crypto::SealNonce& nonce) const {
  return crypto::seal(keys_.front().webhooks, nonce, bytesOf(secret), bytesOf(webhookId));
}

std::string Secrets::openWebhookSecret(std::string_view webhookId, ByteView sealed) const {
  for (const DerivedKeys& keys : keys_) {
    auto plain = crypto::unseal(keys.webhooks, sealed, bytesOf(webhookId));
    if (!plain) continue;
    std::string secret(textOf(*plain));
    crypto::wipe(*plain);
    return secret;
  }
  throw Error(Code::secretMismatch, "the secret of a webhook was sealed under another host secret; roll it");
}

std::vector<Hash> Secrets::signingSeeds(std::string_view origin) const {
  std::vector<Hash> seeds;
  seeds.reserve(keys_.size());
  for (const DerivedKeys& keys : keys_) {
    seeds.push_back(crypto::deriveKey(keys.secret, "log signing|" + std::string(origin)));
  }
  return seeds;
}

std::vector<std::string> Secrets::checks() const {
  std::vector<std::string> checks;
  checks.reserve(keys_.size());
  for (const DerivedKeys& keys : keys_) checks.push_back(crypto::hex(crypto::deriveKey(keys.secret, "check")));
  return checks;
}

Bytes secretBesideStore(const std::string& storePath) {
  const std::string path = storePath + ".secret";
  Bytes secret(hostSecretBytes);
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd >= 0) {
    struct stat info {};
    const bool guarded = fstat(fd, &info) == 0 && (info.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    const ssize_t got = ::read(fd, secret.data(), secret.size());
    ::close(fd);
    if (!guarded) {
      throw Error(Code::malformedArgument, "the secret file beside the store can be read by others; chmod it to 0600");
    }
    if (got != static_cast<ssize_t>(secret.size())) {
      throw Error(Code::malformedArgument, "the secret file beside the store does not hold 32 bytes");
    }
    return secret;
  }
  // Written whole under another name first, so that two processes opening a new store agree on one secret.
  crypto::randomBytes(secret);
  const std::string draft = path + "." + std::to_string(getpid());
  fd = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const bool written =
      fd >= 0 && ::write(fd, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) && ::fsync(fd) == 0;
  if (fd >= 0) ::close(fd);
  const bool linked = written && ::link(draft.c_str(), path.c_str()) == 0;
  const bool lost = written && !linked && errno == EEXIST;
  ::unlink(draft.c_str());
  if (linked) return secret;
  if (lost) return secretBesideStore(storePath);
  throw Error(Code::storeFailed, "the secret file beside the store cannot be written; check the folder's permissions");
}

}  // namespace stead
