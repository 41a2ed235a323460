// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "core/utf8.h"

#include <QTest>

using namespace Switchboard;

class tst_Utf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validate_data();
    void validate();
    void failsAtTheFirstHopelessByte();
};

void tst_Utf8::validate_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("ASCII") << QByteArray("hello, world: more than eight") << true;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << true;
    QTest::newRow("two bytes") << QByteArray("\xc3\xbc") << true;
    QTest::newRow("first of two") << QByteArray("\xc2\x80") << true;
    QTest::newRow("first of three") << QByteArray("\xe0\xa0\x80") << true;
    QTest::newRow("last before surrogates") << QByteArray("\xed\x9f\xbf") << true;
    QTest::newRow("first after surrogates") << QByteArray("\xee\x80\x80") << true;
    QTest::newRow("first of four") << QByteArray("\xf0\x90\x80\x80") << true;
    QTest::newRow("U+10FFFF") << QByteArray("\xf4\x8f\xbf\xbf") << true;
    QTest::newRow("RFC 6455 sample")
        << QByteArray("\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5") << true;

    QTest::newRow("lone continuation") << QByteArray("\x80") << false;
    QTest::newRow("cut") << QByteArray("abc\xe2\x82") << false;
    QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << false;
    QTest::newRow("overlong C1") << QByteArray("\xc1\xbf") << false;
    QTest::newRow("overlong three") << QByteArray("\xe0\x9f\xbf") << false;
    QTest::newRow("overlong four") << QByteArray("\xf0\x8f\xbf\xbf") << false;
    QTest::newRow("high surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("low surrogate") << QByteArray("\xed\xbf\xbf") << false;
    QTest::newRow("above U+10FFFF") << QByteArray("\xf4\x90\x80\x80") << false;
    QTest::newRow("five byte form") << QByteArray("\xf8\x88\x80\x80\x80") << false;
    QTest::newRow("FE") << QByteArray("\xfe") << false;
    QTest::newRow("FF") << QByteArray("abcdefgh\xff") << false;
    QTest::newRow("lead after lead") << QByteArray("\xc3\xc3\xbc") << false;
    QTest::newRow("ASCII after lead") << QByteArray("\xe2\x82xyzxyzxyz") << false;
}

void tst_Utf8::validate()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, valid);
    QCOMPARE(isValidUtf8(bytes), valid);
    // Cut anywhere, the answer is the same.
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        Utf8Validator validator;
        validator.feed(QByteArrayView(bytes).first(cut));
        validator.feed(QByteArrayView(bytes).sliced(cut));
        QCOMPARE(validator.isComplete(), valid);
    }
}

void tst_Utf8::failsAtTheFirstHopelessByte()
{
    Utf8Validator validator;
    QVERIFY(validator.feed("\xf4"));
    QVERIFY(!validator.isComplete());
    QVERIFY(!validator.feed("\x90"));
    QVERIFY(!validator.feed("abc"));
    validator.reset();
    QVERIFY(validator.feed("abc"));
    QVERIFY(validator.isComplete());
}

QTEST_APPLESS_MAIN(tst_Utf8)
#include "tst_utf8.moc"
