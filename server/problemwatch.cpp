// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "problemwatch.h"

#include "engineio/server.h"
#include "engineio/websockettransport.h"

namespace Switchboard {

namespace {

QString bytes(qint64 count)
{
    return QString::number(count) % u" bytes";
}

} // namespace

ProblemWatch::ProblemWatch(
    const ServerConfig &config, const EngineIo::Server &engine, Traffic::Tap &tap, ProblemLog &log)
    : m_config(config)
    , m_engine(engine)
    , m_tap(tap)
    , m_log(log)
{
    m_tap.setTroubleWatcher(this);
}

ProblemWatch::~ProblemWatch()
{
    m_tap.setTroubleWatcher(nullptr);
}

void ProblemWatch::requested(const Net::HttpRequest &request)
{
    const QByteArrayView query = request.query();
    if (query.isEmpty() || Net::queryHas(query, "sid")) {
        return;
    }
    const QByteArray protocol = Net::queryValue(query, "EIO");
    if (protocol == "3") {
        m_log.report("client-eio3", {QString::fromLatin1(request.peerAddress)});
    } else if (!protocol.isEmpty() && protocol != "4") {
        m_log.report("client-newer", {QString::fromUtf8(protocol)});
    }
}

void ProblemWatch::refused(const Net::HttpRequest &request, Net::GuardVerdict verdict)
{
    if (verdict == Net::GuardVerdict::WrongOrigin) {
        m_log.report("cors", {QString::fromUtf8(request.headers.value("origin"))});
    } else if (verdict == Net::GuardVerdict::WrongHost) {
        m_log.report("host", {QString::fromUtf8(request.headers.value("host"))});
    }
}

void ProblemWatch::missed(const Net::HttpRequest &request)
{
    // Somebody's Socket.IO client with another path; other misses are ordinary 404s.
    if (Net::queryHas(request.query(), "EIO")) {
        m_log.report("path", {QString::fromUtf8(request.path()), QString::fromUtf8(m_config.path)});
    }
}

void ProblemWatch::announced(const Net::HttpRequest &request, qsizetype most)
{
    const qlonglong length = request.headers.value("content-length").toLongLong();
    if (most > 0 && length > most) {
        tooLarge(QString::fromLatin1(request.peerAddress), bytes(length));
    }
}

void ProblemWatch::trouble(const Traffic::Record &record)
{
    const QString who = nameOf(record.client);
    if (record.kind == Traffic::Kind::Disconnect) {
        const bool isSession = record.nsp.isEmpty();
        if (isSession && record.payload == text(EngineIo::CloseReason::PingTimeout)) {
            const std::chrono::milliseconds waited = m_config.pingInterval + m_config.pingTimeout;
            m_log.report(
                "ping-timeout", {who, QStringLiteral("%1 s").arg(double(waited.count()) / 1000)});
        }
    } else if (record.event == "connect_error" && record.payload == "Invalid namespace") {
        m_log.report("no-namespace", {who, QString::fromUtf8(record.nsp)});
    } else if (record.event == "connect_error") {
        m_log.report("refused", {who, QString::fromUtf8(record.payload)});
    } else if (record.event == EngineIo::WebSocketTransport::messageTooLarge) {
        tooLarge(who, QStringLiteral("more"));
    } else {
        m_log.report("protocol", {who, QString::fromUtf8(record.event)});
    }
}

void ProblemWatch::tooLarge(const QString &who, const QString &what)
{
    m_log.report("too-large", {who, what, bytes(m_config.maxHttpBufferSize)});
}

QString ProblemWatch::nameOf(quint32 client) const
{
    const EngineIo::Session *session = m_engine.session(client);
    const QString name = u"Client " % QString::number(client);
    return session == nullptr
        ? name
        : QString(name % u" (" % QString::fromLatin1(session->handshake().address) % u')');
}

} // namespace Switchboard
