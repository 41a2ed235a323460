// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "engineio/query.h"

#include <QTest>

using namespace Switchboard::EngineIo;

class tst_Query : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void parse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");

        QTest::newRow("usual") << QByteArray("EIO=4&transport=polling&t=x&sid=abc")
                               << QByteArrayList{"polling", "abc", "4"};
        QTest::newRow("encoded") << QByteArray("transport=%70olling&%73id=a%2Bb")
                                 << QByteArrayList{"polling", "a+b", ""};
        QTest::newRow("nothing") << QByteArray("") << QByteArrayList{"", "", ""};

        QTest::newRow("repeated") << QByteArray("transport=polling&transport=polling&sid=a&sid=b")
                                  << QByteArrayList{"polling,polling", "a,b", ""};
        QTest::newRow("repeated, first empty")
            << QByteArray("transport=&transport=polling") << QByteArrayList{",polling", "", ""};
        QTest::newRow("repeated, first without a value")
            << QByteArray("EIO&EIO=4") << QByteArrayList{"", "", ",4"};
        QTest::newRow("other names")
            << QByteArray("eio=4&Transport=polling&sid[]=a&xsid=b") << QByteArrayList{"", "", ""};
    }

    void parse()
    {
        QFETCH(QByteArray, text);
        const Query query = Query::parse(text);
        QTEST(QByteArrayList({query.transport, query.sid, query.version}), "expected");
    }
};

QTEST_APPLESS_MAIN(tst_Query)
#include "tst_query.moc"
