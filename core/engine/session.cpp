#include "engine/session.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/text.h"

namespace stead {
namespace {

Session asHimself(const Session& actor) {
  Session session = actor;
  session.principal.reset();
  return session;
}

Session withPrincipal(const Session& actor, Principal principal) {
  Session session = actor;
  session.principal = std::move(principal);
  return session;
}

Email principalEmail(std::string_view text) {
  auto email = parseEmail(text);
  if (!email) {
    throw Error(Code::malformedArgument, "the principal is not an e-mail address; name the person as name@domain");
  }
  return *email;
}

std::string principalName(std::string_view text) {
  const std::string_view name = text::trim(text);
  if (!text::isUtf8(name) || text::hasControl(name) || text::codePoints(name) > limits::nameCodePointsMax) {
    throw Error(Code::malformedArgument, "the user name after ';' must be one line of at most " +
                                             std::to_string(limits::nameCodePointsMax) + " characters");
  }
  return std::string(name);
}

}  // namespace

Session onBehalfOf(const Session& actor, std::string_view email) {
  if (text::trim(email).empty()) return asHimself(actor);
  Email parsed = principalEmail(email);
  if (parsed.key == actor.userEmailKey) return asHimself(actor);
  return withPrincipal(actor, {.way = Principal::Way::grant, .email = std::move(parsed), .userId = {}, .userName = {}});
}

Session accountWide(const Session& actor, std::string_view who) {
  const std::string_view named = text::trim(who);
  if (named.empty()) return asHimself(actor);
  Principal principal{.way = Principal::Way::accountWide, .email = {}, .userId = {}, .userName = {}};
  if (std::string id = text::asciiLower(named); text::isGuid(id)) {
    if (id == actor.userId) return asHimself(actor);
    principal.userId = std::move(id);
    return withPrincipal(actor, std::move(principal));
  }
  const auto semicolon = named.find(';');
  principal.email = principalEmail(named.substr(0, semicolon));
  if (semicolon != std::string_view::npos) principal.userName = principalName(named.substr(semicolon + 1));
  if (principal.email.key == actor.userEmailKey) return asHimself(actor);
  return withPrincipal(actor, std::move(principal));
}

}  // namespace stead
