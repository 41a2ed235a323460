// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "act/echotest.h"

#include "format/displaysafe.h"
#include "format/format.h"

#include <QUrlQuery>

namespace Switchboard::App {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 5s;
constexpr qsizetype maxReasonChars = 200;

// Engine.IO 4 packet types with the Socket.IO 5 packets inside of them.
constexpr auto enginePing = u"2";
constexpr auto enginePong = u"3";
constexpr auto engineOpen = u"0";
constexpr auto joinAsEchoTest = u"40{\"name\":\"echo test\"}";
constexpr auto joined = u"40{";
constexpr auto refused = u"44";
constexpr auto askForEcho = u"420[\"switchboard:echo\",\"hello\"]";
constexpr auto echo = u"430[\"hello\"]";
constexpr auto leave = u"41";

} // namespace

EchoTest::EchoTest(std::function<QUrl()> endpoint, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(patience);
    connect(&m_timeout, &QTimer::timeout, this,
        [this] { finish(false, tr("The echo test got no answer within 5 seconds.")); });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &EchoTest::onMessage);
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        if (isRunning()) {
            const QString why = m_socket.closeReason().isEmpty() ? m_socket.errorString()
                                                                 : m_socket.closeReason();
            finish(
                false, tr("The echo test was cut off: %1").arg(displaySafe(why, maxReasonChars)));
        }
    });
}

void EchoTest::run()
{
    if (isRunning()) {
        return;
    }
    QUrl url = m_endpoint();
    url.setScheme(QStringLiteral("ws"));
    url.setQuery(QUrlQuery({{QStringLiteral("EIO"), QStringLiteral("4")},
        {QStringLiteral("transport"), QStringLiteral("websocket")}}));
    m_step = Step::Opening;
    m_timeout.start();
    Q_EMIT changed();
    m_socket.open(url);
}

void EchoTest::onMessage(const QString &message)
{
    if (message == enginePing) {
        m_socket.sendTextMessage(QString::fromUtf16(enginePong));
    } else if (m_step == Step::Opening && message.startsWith(engineOpen)) {
        m_step = Step::Joining;
        m_socket.sendTextMessage(QString::fromUtf16(joinAsEchoTest));
    } else if (m_step == Step::Joining && message.startsWith(joined)) {
        m_step = Step::Waiting;
        m_asked.start();
        m_socket.sendTextMessage(QString::fromUtf16(askForEcho));
    } else if (m_step == Step::Joining && message.startsWith(refused)) {
        finish(false,
            tr("The server refused the echo test: %1")
                .arg(displaySafe(QStringView(message).mid(2), maxReasonChars)));
    } else if (m_step == Step::Waiting && message == echo) {
        const QString took = Format::span(m_asked.nsecsElapsed() / 1000);
        m_socket.sendTextMessage(QString::fromUtf16(leave));
        finish(true, tr("Echo answered in %1").arg(took));
    }
}

void EchoTest::finish(bool succeeded, const QString &result)
{
    m_step = Step::Idle;
    m_timeout.stop();
    m_succeeded = succeeded;
    m_result = result;
    m_socket.close();
    Q_EMIT changed();
    Q_EMIT finished(succeeded, result);
}

} // namespace Switchboard::App
