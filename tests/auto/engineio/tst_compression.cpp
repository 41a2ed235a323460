// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/compression.h"

#include <QTest>

#include <zlib.h>

using namespace Switchboard::EngineIo;

namespace {

QByteArray inflated(QByteArray bytes, int windowBits)
{
    z_stream stream{};
    inflateInit2(&stream, windowBits);
    QByteArray result(1 << 20, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    const int outcome = inflate(&stream, Z_FINISH);
    result.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    return outcome == Z_STREAM_END ? result : QByteArray("broken");
}

} // namespace

class tst_Compression : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void negotiate_data()
    {
        QTest::addColumn<QByteArray>("accepted");
        QTest::addColumn<ContentCoding>("coding");

        QTest::newRow("browser") << QByteArray("gzip, deflate, br") << ContentCoding::Gzip;
        QTest::newRow("deflate only") << QByteArray("deflate") << ContentCoding::Deflate;
        QTest::newRow("case") << QByteArray("GZIP") << ContentCoding::Gzip;
        QTest::newRow("weights") << QByteArray("gzip;q=0.5, deflate;q=0.8")
                                 << ContentCoding::Deflate;
        QTest::newRow("any") << QByteArray("*") << ContentCoding::Gzip;
        QTest::newRow("any but gzip") << QByteArray("*, gzip;q=0") << ContentCoding::Deflate;
        QTest::newRow("spaces") << QByteArray(" deflate ;\tq=1 ") << ContentCoding::Deflate;

        QTest::newRow("absent") << QByteArray() << ContentCoding::Identity;
        QTest::newRow("others") << QByteArray("br, zstd") << ContentCoding::Identity;
        QTest::newRow("refused") << QByteArray("gzip;q=0") << ContentCoding::Identity;
        QTest::newRow("any refused") << QByteArray("*;q=0.0") << ContentCoding::Identity;
        QTest::newRow("bad weight") << QByteArray("gzip;q=much") << ContentCoding::Identity;
        QTest::newRow("commas") << QByteArray(",,,") << ContentCoding::Identity;
        QTest::newRow("prefix") << QByteArray("gzipped") << ContentCoding::Identity;
    }

    void negotiate()
    {
        QFETCH(QByteArray, accepted);
        QTEST(negotiateCoding(accepted), "coding");
    }

    void roundtrip()
    {
        const QByteArray body = QByteArray("4[\"message\",1]\x1e").repeated(1000);
        for (const auto &[coding, windowBits] :
            {std::pair(ContentCoding::Gzip, 31), std::pair(ContentCoding::Deflate, 15)}) {
            const QByteArray compressed = compress(body, coding);
            QVERIFY(compressed.size() < body.size() / 10);
            QCOMPARE(inflated(compressed, windowBits), body);
        }
    }

    void names()
    {
        QCOMPARE(name(ContentCoding::Gzip), "gzip");
        QCOMPARE(name(ContentCoding::Deflate), "deflate");
        QCOMPARE(name(ContentCoding::Identity), "identity");
    }
};

QTEST_APPLESS_MAIN(tst_Compression)
#include "tst_compression.moc"
