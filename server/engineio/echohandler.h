// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engineio/handler.h"

namespace Switchboard::EngineIo {

/** Sends every message back as it came; what the protocol's conformance suite expects. */
class EchoHandler final : public Handler
{
public:
    std::unique_ptr<SessionHandler> opened(Session &session) override;
};

} // namespace Switchboard::EngineIo
