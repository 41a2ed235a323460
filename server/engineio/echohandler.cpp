// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/echohandler.h"

#include "engineio/session.h"

namespace Switchboard::EngineIo {

namespace {

class Echo final : public SessionHandler
{
public:
    explicit Echo(Session &session)
        : m_session(session)
    { }

    void message(QByteArrayView data, bool binary) override
    {
        m_session.send(binary ? EncodedPacket::binary(data) : EncodedPacket::message(data));
    }

    void closed(CloseReason, QByteArrayView) override { }

private:
    Session &m_session;
};

} // namespace

std::unique_ptr<SessionHandler> EchoHandler::opened(Session &session)
{
    return std::make_unique<Echo>(session);
}

} // namespace Switchboard::EngineIo
