// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "engineio/closereason.h"

#include <QByteArrayView>

#include <memory>

namespace Switchboard::EngineIo {

class Session;

/**
 * What the layer above keeps for one session.
 *
 * Made by Handler::opened(), owned by the Session, destroyed right after closed(). All calls come
 * from the session itself, on the engine thread.
 */
class SessionHandler
{
public:
    virtual ~SessionHandler() = default;

    /** One message, without the Engine.IO type; valid during the call. May close the session. */
    virtual void message(QByteArrayView data, bool binary) = 0;

    /** The session is gone: exactly once, whatever ended it. */
    virtual void closed(CloseReason reason, QByteArrayView description) = 0;

    /** The session moved from polling to WebSocket. */
    virtual void upgraded() { }
};

/** The seam upward: Engine.IO knows no more of what it carries. Outlives the server. */
class Handler
{
public:
    /** A session opened; may send at once. */
    virtual std::unique_ptr<SessionHandler> opened(Session &session) = 0;

protected:
    ~Handler() = default;
};

} // namespace Switchboard::EngineIo
