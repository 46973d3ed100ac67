// The request schemas name what the engine knows: it refuses what they do not name and knows what they do.
// That real requests and answers fit them is checked on the transcripts of the conformance stories.
#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <sstream>

#include "scene.h"

using namespace stead_test;

namespace {

using Send = std::function<stead_status(const stead_record*, stead_record**, stead_error**)>;

constexpr const char* somebody = "00000000-0000-7000-8000-000000000000";

Record schemaOf(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(STEAD_SOURCE_DIR "/docs/schema/" + name + ".request.schema.json").rdbuf();
  return record(text.str());
}

// Whether the call says that it does not know the member at `path`.
bool isUnknown(const Send& send, const Record& request, const std::string& path) {
  Record answer;
  Error error;
  send(request.get(), out(answer), out(error));
  for (int64_t i = 0; i < stead_error_field_count(error.get()); ++i) {
    if (stead_error_field_path(error.get(), i) == path &&
        std::string(stead_error_field_message(error.get(), i)) == "unknown member") {
      return true;
    }
  }
  return false;
}

// A record that holds one member, of a type no rule accepts, inside the object at `place`.
Record withMember(const std::string& place, const std::string& name) {
  Record made = record("{}");
  const Record value = record(R"({"never": {"heard": [1]}})");
  Error error;
  require(stead_record_set_record(made.get(), (place + "/" + name).c_str(), value.get(), out(error)), error);
  return made;
}

void compare(const Send& send, const Record& schema, const std::string& properties, const std::string& place) {
  const int64_t count = stead_record_count(schema.get(), properties.c_str());
  for (int64_t i = 0; i < count; ++i) {
    const std::string name = stead_record_key_at(schema.get(), properties.c_str(), i, nullptr);
    INFO(place + "/" + name);
    CHECK_FALSE(isUnknown(send, withMember(place, name), place + "/" + name));
  }
  CHECK(isUnknown(send, withMember(place, "unheardOf"), place + "/unheardOf"));
}

}  // namespace

TEST_CASE("requests know the members of their schemas and no others", "[capi][schema]") {
  const Scene scene;
  auto* e = scene.engine.get();
  auto* s = scene.session.get();
  const auto onEngine = [&](auto function) -> Send {
    return [=](const stead_record* r, stead_record** a, stead_error** x) { return function(e, r, a, x); };
  };
  const auto onSession = [&](auto function) -> Send {
    return [=](const stead_record* r, stead_record** a, stead_error** x) { return function(s, r, a, x); };
  };
  const auto onThing = [&](auto function) -> Send {
    return [=](const stead_record* r, stead_record** a, stead_error** x) { return function(s, somebody, r, a, x); };
  };
  const struct {
    const char* name;
    Send send;
  } rows[] = {
      {"engine_run_due", onEngine(stead_engine_run_due)},
      {"engine_check", onEngine(stead_engine_check)},
      {"audit_verify_part", [=](const stead_record* r, stead_record** a,
                                stead_error** x) { return stead_audit_verify_part(e, somebody, r, a, x); }},
      {"account_create", onEngine(stead_account_create)},
      {"account_update", onSession(stead_account_update)},
      {"user_invite", onSession(stead_user_invite)},
      {"user_invite_all", onSession(stead_user_invite_all)},
      {"user_list", onSession(stead_user_list)},
      {"user_update", onThing(stead_user_update)},
      {"user_change_team", onThing(stead_user_change_team)},
      {"user_deactivate", onThing(stead_user_deactivate)},
      {"user_reactivate", onThing(stead_user_reactivate)},
      {"team_create", onSession(stead_team_create)},
      {"team_list", onSession(stead_team_list)},
      {"team_rename", onThing(stead_team_rename)},
      {"team_assign", onThing(stead_team_assign)},
      {"api_key_create", onSession(stead_api_key_create)},
      {"api_key_list", onSession(stead_api_key_list)},
      {"identity_create", onSession(stead_identity_create)},
      {"identity_list", onSession(stead_identity_list)},
      {"identity_update", onThing(stead_identity_update)},
      {"identity_rerequest", onThing(stead_identity_rerequest)},
      {"brand_create", [=](const stead_record* r, stead_record** a,
                           stead_error** x) { return stead_brand_create(s, r, nullptr, a, x); }},
      {"brand_update", [=](const stead_record* r, stead_record** a,
                           stead_error** x) { return stead_brand_update(s, somebody, r, nullptr, a, x); }},
      {"grant_list_principals", onSession(stead_grant_list_principals)},
      {"grant_list_actors", onSession(stead_grant_list_actors)},
      {"document_list", onSession(stead_document_list)},
      {"document_team_list", onSession(stead_document_team_list)},
      {"document_behalf_list", onSession(stead_document_behalf_list)},
      {"document_revoke", onThing(stead_document_revoke)},
      {"document_remind", onThing(stead_document_remind)},
      {"document_hand_over", onSession(stead_document_hand_over)},
      {"document_change_access_code", onThing(stead_document_change_access_code)},
      {"document_extend_expiry", onThing(stead_document_extend_expiry)},
      {"document_add_tags", onThing(stead_document_add_tags)},
      {"document_delete_tags", onThing(stead_document_delete_tags)},
      {"document_delete", onThing(stead_document_delete)},
      {"document_change_recipient", onThing(stead_document_change_recipient)},
      {"document_prefill", onThing(stead_document_prefill)},
      {"outbox_bounced", [=](const stead_record* r, stead_record** a,
                             stead_error** x) { return stead_outbox_bounced(e, somebody, r, a, x); }},
      {"outbox_take", onEngine(stead_outbox_take)},
      {"outbox_dead_letters", onEngine(stead_outbox_dead_letters)},
      {"webhook_create", onSession(stead_webhook_create)},
      {"webhook_list", onSession(stead_webhook_list)},
      {"webhook_update", onThing(stead_webhook_update)},
      {"webhook_roll_secret", onThing(stead_webhook_roll_secret)},
      {"webhook_take", onEngine(stead_webhook_take)},
      {"report_documents", onSession(stead_report_documents)},
      {"events_list", onSession(stead_events_list)},
      {"mail_plan", onEngine(stead_mail_plan)},
      {"audit_list", onSession(stead_audit_list)},
      {"audit_decide_as_of", onSession(stead_audit_decide_as_of)},
      {"audit_erase_person", onSession(stead_audit_erase_person)},
  };
  for (const auto& row : rows) {
    INFO(row.name);
    compare(row.send, schemaOf(row.name), "/properties", "");
  }
  compare([s](const stead_record* r, stead_record** a, stead_error** x) { return stead_user_invite_all(s, r, a, x); },
          schemaOf("user_invite_all"), "/$defs/invitation/properties", "/users/0");
  const Send send = [s](const stead_record* r, stead_record** a, stead_error** x) {
    return stead_document_send(s, r, nullptr, a, x);
  };
  const Record schema = schemaOf("document_send");
  compare(send, schema, "/properties", "");
  compare(send, schema, "/$defs/signer/properties", "/signers/0");
  compare(send, schema, "/$defs/field/properties", "/signers/0/formFields/0");
  const Send open = [](const stead_record* r, stead_record**, stead_error** x) {
    const Folder folder;
    Engine engine;
    return stead_engine_open(folder.store().c_str(), r, hostSecret.data(), STEAD_SECRET_BYTES, out(engine), x);
  };
  compare(open, schemaOf("engine_open"), "/properties", "");
}
