#include "notifications/plan.h"
