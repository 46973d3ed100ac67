#include "generate.h"

#include <algorithm>

namespace model {
namespace {

struct Weight {
  Verb verb;
  int weight;
};
constexpr Weight weights[] = {{Verb::invite, 12},
                              {Verb::accept, 10},
                              {Verb::updateUser, 6},
                              {Verb::deactivate, 2},
                              {Verb::reactivate, 3},
                              {Verb::createTeam, 2},
                              {Verb::assignTeam, 4},
                              {Verb::createKey, 4},
                              {Verb::revokeKey, 2},
                              {Verb::switchAccountWide, 2},
                              {Verb::createIdentity, 24},
                              {Verb::updateIdentity, 14},
                              {Verb::resend, 8},
                              {Verb::rerequest, 10},
                              {Verb::removeIdentity, 5},
                              {Verb::approve, 34},
                              {Verb::deny, 5},
                              {Verb::narrow, 8},
                              {Verb::revokeGrant, 7},
                              {Verb::send, 40},
                              {Verb::revokeDocument, 8},
                              {Verb::remind, 8},
                              {Verb::changeCode, 5},
                              {Verb::download, 4},
                              {Verb::auditLog, 3},
                              {Verb::viewDocument, 5},
                              {Verb::viewAsSigner, 12},
                              {Verb::sign, 30},
                              {Verb::decline, 4},
                              {Verb::runDue, 12},
                              {Verb::passTime, 12},
                              {Verb::take, 14},
                              {Verb::ack, 16},
                              {Verb::fail, 8},
                              {Verb::authorize, 40},
                              {Verb::authorizeDocument, 10},
                              {Verb::listIdentities, 4},
                              {Verb::listDocuments, 4},
                              {Verb::listBehalf, 4},
                              {Verb::listKeys, 2}};

}  // namespace

int Generator::below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

// Mostly one of the newest, so that things that live meet.
template <class Map>
int Generator::someKeyOf(const Map& map) {
  if (map.empty() || oneIn(40)) return 1;  // the first step made nothing of this kind
  const int size = static_cast<int>(map.size());
  const int back = oneIn(4) ? below(size) : below(std::min(size, 12));
  return std::prev(map.end(), back + 1)->first;
}

Step Generator::next(const State& state) {
  int sum = 0;
  for (const Weight& weight : weights) sum += weight.weight;
  int place = below(sum);
  const Weight* chosen = weights;
  for (; place >= chosen->weight; ++chosen) place -= chosen->weight;
  Step step;
  step.serial = ++serial_;
  step.verb = chosen->verb;
  step.engine = below(4);
  chooseActor(state, step);
  fill(state, step);
  return step;
}

void Generator::chooseActor(const State& state, Step& step) {
  if (!state.keys.empty() && oneIn(8)) {
    step.key = someKeyOf(state.keys);
    const auto key = state.keys.find(step.key);
    if (key == state.keys.end()) {
      step.key = 0;
    } else {
      step.account = key->second.account;
      step.person = key->second.person;
      return;
    }
  }
  const auto user = std::next(state.users.begin(), below(static_cast<int>(state.users.size())));
  step.account = user->first.first;
  step.person = user->first.second;
  const bool ofAdmins = step.verb <= Verb::assignTeam || step.verb == Verb::switchAccountWide;
  if (!ofAdmins || oneIn(5)) return;
  for (const auto& [place, one] : state.users) {
    if (place.first == step.account && one.role == 0 && one.status == "Active") step.person = place.second;
  }
}

// Mostly in the name of somebody who was asked.
void Generator::chooseWay(const State& state, Step& step) {
  const int dice = below(10);
  if (dice < 3) return;
  if (dice == 9) {
    step.way = Way::accountWide;
    step.principal = below(personCount);
    return;
  }
  step.way = Way::grant;
  step.principal = below(personCount);
  std::vector<int> asked;
  for (const auto& [place, serial] : state.identityAt) {
    if (std::get<0>(place) == step.account && std::get<1>(place) == step.person) asked.push_back(std::get<2>(place));
  }
  if (!asked.empty() && !oneIn(10))
    step.principal = asked[static_cast<std::size_t>(below(static_cast<int>(asked.size())))];
}

void Generator::chooseTerms(Step& step) {
  if (oneIn(3)) step.operations = (static_cast<std::uint32_t>(random_()) & everyOperation) | 1U;
  if (oneIn(8)) step.from = (1 + below(48)) * hourMs;
  if (oneIn(5)) step.until = (oneIn(12) ? -1 : 1) * (1 + below(200)) * hourMs;
}

void Generator::chooseSettings(Step& step) {
  if (!oneIn(2)) return;
  step.settingsOn = static_cast<std::uint32_t>(random_()) & 0xFFFU;
  step.settingsOff = static_cast<std::uint32_t>(random_()) & 0xFFFU & ~step.settingsOn;
}

void Generator::fill(const State& state, Step& step) {
  if (step.verb <= Verb::switchAccountWide) return fillPeople(state, step);
  if (step.verb <= Verb::removeIdentity) return fillIdentity(state, step);
  if (step.verb <= Verb::revokeGrant) return fillOwner(state, step);
  if (step.verb == Verb::send) return fillSend(state, step);
  if (step.verb <= Verb::viewDocument) return fillDocument(state, step);
  if (step.verb <= Verb::decline) return fillSigner(state, step);
  if (step.verb == Verb::passTime) {
    const int dice = below(20);
    step.ms = dice == 0   ? (20 + below(20)) * dayMs
              : dice < 4  ? (1 + below(60)) * hourMs
              : dice < 10 ? (1 + below(90)) * minuteMs
                          : 1 + below(5000);
    return;
  }
  if (step.verb <= Verb::fail) return fillOutbox(state, step);
  fillQuestion(state, step);
}

void Generator::fillPeople(const State& state, Step& step) {
  step.target = below(personCount);
  step.odd = oneIn(20) && step.verb != Verb::accept && step.verb != Verb::invite;
  switch (step.verb) {
    case Verb::accept:
      for (const auto& [place, user] : state.users) {
        if (user.status != "InvitationPending" || oneIn(3)) continue;
        step.account = place.first;
        step.target = place.second;
      }
      break;
    case Verb::invite:
      step.role = oneIn(3) ? below(4) : 2;
      if (oneIn(3)) step.team = someKeyOf(state.teams);
      break;
    case Verb::updateUser:
      if (oneIn(3)) step.role = below(4);
      if (oneIn(2)) step.flag = below(4);
      if (oneIn(2) || (step.role < 0 && step.flag < 0)) {
        step.metaKey = below(4);
        step.metaValue = oneIn(3) ? "" : "v" + std::to_string(below(3));
      }
      break;
    case Verb::createTeam:
      step.text = "team " + std::to_string(below(12));
      step.odd = false;
      break;
    case Verb::assignTeam:
      step.team = oneIn(3) ? 0 : someKeyOf(state.teams);
      break;
    case Verb::revokeKey:
      step.subject = someKeyOf(state.keys);
      step.odd = false;
      break;
    case Verb::switchAccountWide:
      step.flag = oneIn(3) ? 0 : 1;
      step.odd = false;
      break;
    case Verb::createKey:
      step.odd = false;
      break;
    default:
      break;
  }
}

void Generator::fillIdentity(const State& state, Step& step) {
  step.target = below(personCount);
  if (step.verb == Verb::createIdentity) {
    step.text = "Name " + std::to_string(below(3));
    chooseTerms(step);
    chooseSettings(step);
    return;
  }
  const int serial = someKeyOf(state.identities);
  const auto found = state.identities.find(serial);
  if (found != state.identities.end() && !oneIn(12)) {
    if (step.account != found->second.account || step.person != found->second.creator) step.key = 0;
    step.account = found->second.account;
    step.person = found->second.creator;
    step.target = found->second.owner;
  }
  if (oneIn(2)) step.subject = serial;
  if (step.verb == Verb::rerequest) chooseTerms(step);
  if (step.verb != Verb::updateIdentity) return;
  step.odd = oneIn(20);
  if (oneIn(3)) step.text = "Name " + std::to_string(below(3));
  chooseSettings(step);
  if (oneIn(2) || (step.text.empty() && step.settingsOn == 0 && step.settingsOff == 0)) {
    step.metaKey = below(4);
    step.metaValue = oneIn(3) ? "" : "v" + std::to_string(below(3));
  }
}

void Generator::fillOwner(const State& state, Step& step) {
  step.key = 0;
  if (step.verb == Verb::approve || step.verb == Verb::deny) {
    step.subject = someKeyOf(state.identities);
    if (!oneIn(8)) {
      for (const auto& [serial, identity] : state.identities) {
        if (identity.status == "Pending" && !oneIn(3)) step.subject = serial;
      }
    }
    const auto found = state.identities.find(step.subject);
    if (found != state.identities.end()) step.round = found->second.round - (oneIn(12) ? 1 : 0);
    step.odd = oneIn(step.verb == Verb::deny ? 30 : 15);
    if (step.verb == Verb::approve && oneIn(3)) chooseTerms(step);
    return;
  }
  step.subject = someKeyOf(state.grants);
  if (step.verb != Verb::narrow) return;
  chooseTerms(step);
  const auto found = state.grants.find(step.subject);
  if (found != state.grants.end() && step.operations != 0 && !oneIn(10)) {
    step.operations &= found->second.operations;
  }
  if (step.operations == 0 && step.from == 0 && step.until == 0) step.operations = 1;
}

void Generator::fillSend(const State& state, Step& step) {
  if (!requests_.empty() && oneIn(10)) {
    const int serial = step.serial;
    const int engine = step.engine;
    step = requests_[static_cast<std::size_t>(below(static_cast<int>(requests_.size())))];
    step.serial = serial;
    step.engine = engine;
    if (oneIn(6)) step.text += " again";
    return;
  }
  chooseWay(state, step);
  step.text = "Agreement " + std::to_string(step.serial);
  const int count = 1 + below(3);
  for (int i = 0; i < count; ++i) step.signers.push_back({below(personCount), 1 + below(3), oneIn(4)});
  if (oneIn(30)) step.signers.clear();
  for (int i = below(6) - 3; i > 0; --i) {
    const int copy = below(personCount);
    if (std::find(step.copies.begin(), step.copies.end(), copy) == step.copies.end()) step.copies.push_back(copy);
  }
  step.ordered = oneIn(2);
  step.quiet = oneIn(6);
  if (oneIn(5)) step.scheduledIn = oneIn(20) ? -hourMs : (1 + below(60)) * hourMs;
  step.expiryHours = oneIn(3) ? 8 + below(40) : 240;
  if (!oneIn(6)) return;
  step.request = step.serial;
  requests_.push_back(step);
}

void Generator::fillDocument(const State& state, Step& step) {
  step.subject = someKeyOf(state.documents);
  const auto found = state.documents.find(step.subject);
  chooseWay(state, step);
  if (found != state.documents.end() && !oneIn(6)) {
    if (step.account != found->second.account || step.person != found->second.actor) step.key = 0;
    step.account = found->second.account;
    step.person = found->second.actor;
    if (!oneIn(6)) {
      step.way = step.verb == Verb::viewDocument ? Way::self : found->second.sentBy;
      step.principal = found->second.principal;
    }
  }
  if (step.verb == Verb::changeCode) step.place = below(3);
  step.odd = oneIn(20) && (step.verb == Verb::changeCode || step.verb == Verb::revokeDocument);
}

void Generator::fillSigner(const State& state, Step& step) {
  step.key = 0;
  step.subject = someKeyOf(state.documents);
  step.code = oneIn(8) ? (oneIn(2) ? CodeGiven::none : CodeGiven::wrong) : CodeGiven::right;
  const auto found = state.documents.find(step.subject);
  const int count = found == state.documents.end() ? 1 : static_cast<int>(found->second.signers.size());
  step.place = below(count + (oneIn(30) ? 1 : 0));
  for (int i = 0; i < count && found != state.documents.end() && !oneIn(4); ++i) {
    const Signer& signer = found->second.signers[static_cast<std::size_t>(i)];
    if (signer.invited && !signer.done()) step.place = i;
  }
}

void Generator::fillOutbox(const State& state, Step& step) {
  step.key = 0;
  if (step.verb == Verb::take) {
    step.max = 1 + below(40);
    step.ms = oneIn(4) ? 1 + below(5000) : (1 + below(60)) * minuteMs;
    return;
  }
  if (step.verb == Verb::runDue || state.out.empty()) return;
  const int size = static_cast<int>(state.out.size());
  step.place = size - 1 - below(std::min(size, 40));
  step.odd = oneIn(20);
}

void Generator::fillQuestion(const State& state, Step& step) {
  if (step.verb != Verb::listKeys) {
    if (step.verb != Verb::listBehalf || oneIn(4)) chooseWay(state, step);
    if (step.verb == Verb::listDocuments && step.way == Way::accountWide) step.way = Way::self;
  }
  if (step.verb == Verb::listBehalf) {
    step.flag = below(2);
    if (step.way == Way::accountWide) step.way = Way::self;
    return;
  }
  if (step.verb == Verb::authorizeDocument) {
    fillDocument(state, step);
    step.odd = false;
  }
  if (step.verb != Verb::authorize && step.verb != Verb::authorizeDocument) return;
  constexpr std::array others{"document.view", "document.tag", "identity.create",
                              "user.update",   "audit.view",   "no.such"};
  step.text = oneIn(5) ? others[static_cast<std::size_t>(below(static_cast<int>(others.size())))]
                       : delegable[static_cast<std::size_t>(oneIn(2) ? 0 : below(static_cast<int>(delegable.size())))];
}

}  // namespace model
