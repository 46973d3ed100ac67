#include "list_asker.h"

#include "base/paging.h"

namespace stead::bench {

ListAsker::ListAsker(const std::string& path, const ListWorld& world)
    : engine_(openEngine(path)), session_(openSession(engine_, world.userId)) {}

std::size_t ListAsker::page(const Record& request) {
  const Record answer = make<stead_record>(
      [&](auto** out, auto** error) { return stead_document_behalf_list(session_.get(), request.get(), out, error); });
  return static_cast<std::size_t>(stead_record_count(answer.get(), "/items"));
}

Record ListAsker::firstPage() { return record(R"({"pageType":"BehalfOfOthers","pageSize":10})"); }

Record ListAsker::pageBelow(std::int64_t row) {
  return record(R"({"pageType":"BehalfOfOthers","pageSize":10,"cursor":")" + encodeCursor("behalfOfOthers", {row}) +
                "\"}");
}

std::size_t ListAsker::find(const std::string& needle) {
  const std::string asked = R"({"pageType":"BehalfOfOthers","pageSize":10,"search":")" + needle + '"';
  std::string cursor;
  for (;;) {
    const Record request = record(asked + (cursor.empty() ? "}" : R"(,"cursor":")" + cursor + "\"}"));
    const Record answer = make<stead_record>([&](auto** out, auto** error) {
      return stead_document_behalf_list(session_.get(), request.get(), out, error);
    });
    const std::int64_t found = stead_record_count(answer.get(), "/items");
    cursor = text(answer, "/nextCursor");
    if (found > 0 || cursor.empty()) return static_cast<std::size_t>(found);
  }
}

}  // namespace stead::bench
