// Random steps that fit the state the model is in, mostly: some name what is gone, foreign or forbidden.
#pragma once

#include <random>

#include "model.h"

namespace model {

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}
  Step next(const State& state);

 private:
  [[nodiscard]] int below(int end);
  [[nodiscard]] bool oneIn(int many) { return below(many) == 0; }
  template <class Map>
  [[nodiscard]] int someKeyOf(const Map& map);
  void chooseActor(const State& state, Step& step);
  void chooseWay(const State& state, Step& step);
  void chooseTerms(Step& step);
  void chooseSettings(Step& step);
  void fill(const State& state, Step& step);
  void fillPeople(const State& state, Step& step);
  void fillIdentity(const State& state, Step& step);
  void fillOwner(const State& state, Step& step);
  void fillSend(const State& state, Step& step);
  void fillDocument(const State& state, Step& step);
  void fillSigner(const State& state, Step& step);
  void fillQuestion(const State& state, Step& step);
  void fillOutbox(const State& state, Step& step);

  std::mt19937 random_;
  int serial_ = 0;
  std::vector<Step> requests_;  // sends that may be repeated
};

}  // namespace model
