// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/closereason.h"
#include "engineio/error.h"

#include <QTest>

using namespace Switchboard;
using namespace Switchboard::EngineIo;

namespace {

QByteArray spelled(const Net::HttpResponse &response)
{
    QByteArray text = QByteArray::number(response.status) + ' ';
    for (const Net::HttpHeader &field : response.headers.fields()) {
        text += field.name + ": " + field.value + "; ";
    }
    return text + response.body + (response.close ? " (close)" : "");
}

} // namespace

class tst_Error : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void answers_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("upgrade");

        QTest::newRow("0") << Error::UnknownTransport
                           << QByteArray("400 Content-Type: application/json; "
                                         "{\"code\":0,\"message\":\"Transport unknown\"}")
                           << QByteArray("400 Content-type: text/html; Transport unknown (close)");
        QTest::newRow("1") << Error::UnknownSid
                           << QByteArray("400 Content-Type: application/json; "
                                         "{\"code\":1,\"message\":\"Session ID unknown\"}")
                           << QByteArray("400 Content-type: text/html; Session ID unknown (close)");
        QTest::newRow("2") << Error::BadHandshakeMethod
                           << QByteArray("400 Content-Type: application/json; "
                                         "{\"code\":2,\"message\":\"Bad handshake method\"}")
                           << QByteArray(
                                  "400 Content-type: text/html; Bad handshake method (close)");
        QTest::newRow("3") << Error::BadRequest
                           << QByteArray("400 Content-Type: application/json; "
                                         "{\"code\":3,\"message\":\"Bad request\"}")
                           << QByteArray("400 Content-type: text/html; Bad request (close)");
        QTest::newRow("4 is 400 for upgrades")
            << Error::Forbidden
            << QByteArray("403 Content-Type: application/json; "
                          "{\"code\":4,\"message\":\"Forbidden\"}")
            << QByteArray("400 Content-type: text/html; Forbidden (close)");
        QTest::newRow("5")
            << Error::UnsupportedProtocolVersion
            << QByteArray("400 Content-Type: application/json; "
                          "{\"code\":5,\"message\":\"Unsupported protocol version\"}")
            << QByteArray("400 Content-type: text/html; Unsupported protocol version (close)");
        QTest::newRow("method") << Error::BadMethod << QByteArray("500 ")
                                << QByteArray(
                                       "500 Content-type: text/html; Method not allowed (close)");
        QTest::newRow("overlap") << Error::Overlap << QByteArray("400 ")
                                 << QByteArray(
                                        "400 Content-type: text/html; Request overlap (close)");
        QTest::newRow("body") << Error::BadBody << QByteArray("400 ")
                              << QByteArray("400 Content-type: text/html; Bad payload (close)");
        QTest::newRow("rate") << Error::TooManyHandshakes << QByteArray("429 Retry-After: 1; ")
                              << QByteArray("429 Content-type: text/html; Retry-After: 1; "
                                            "Too many handshakes (close)");
        QTest::newRow("stop") << Error::ShuttingDown << QByteArray("503 Retry-After: 1; ")
                              << QByteArray("503 Content-type: text/html; Retry-After: 1; "
                                            "Server shutting down (close)");
    }

    void answers()
    {
        QFETCH(Error, error);
        QTEST(spelled(answer(error)), "plain");
        QTEST(spelled(answer(error, RequestKind::WebSocketUpgrade)), "upgrade");
    }

    void ownWordsAreEscaped()
    {
        QCOMPARE(answer(Error::Forbidden, RequestKind::Plain, "say \"please\"\n").body,
            QByteArray("{\"code\":4,\"message\":\"say \\\"please\\\"\\n\"}"));
    }

    /** CVE-2023-31125: code 0 was taken for "no error". */
    void codeZeroIsAnError()
    {
        QCOMPARE(wireCode(Error::UnknownTransport), 0);
        QCOMPARE(wireCode(Error::Overlap), -1);
    }

    void closeReasons_data()
    {
        QTest::addColumn<CloseReason>("reason");
        for (const auto &[reason, words] : {
                 std::pair(CloseReason::TransportClose, "transport close"),
                 std::pair(CloseReason::TransportError, "transport error"),
                 std::pair(CloseReason::PingTimeout, "ping timeout"),
                 std::pair(CloseReason::ParseError, "parse error"),
                 std::pair(CloseReason::ForcedClose, "forced close"),
                 std::pair(CloseReason::ForcedServerClose, "forced server close"),
                 std::pair(CloseReason::ServerShuttingDown, "server shutting down"),
                 std::pair(CloseReason::SlowConsumer, "slow consumer"),
             }) {
            QTest::newRow(words) << reason;
        }
    }

    void closeReasons()
    {
        QFETCH(CloseReason, reason);
        QCOMPARE(text(reason), QTest::currentDataTag());
    }
};

QTEST_APPLESS_MAIN(tst_Error)
#include "tst_error.moc"
