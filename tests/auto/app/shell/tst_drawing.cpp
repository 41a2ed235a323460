// SPDX-FileCopyrightText: 2026 Switchboard contributors
// SPDX-License-Identifier: MIT

#include "shell/chartitem.h"
#include "shell/clientcode.h"
#include "shell/englishplurals.h"
#include "shell/imageproviders.h"
#include "shell/lockdown.h"
#include "shell/qrcode.h"

#include <QPainter>
#include <QtTest>

using namespace Switchboard::App;

/** The small parts that draw or guard. */
class TestDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void axisEnds_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("end");
        QTest::newRow("nothing") << 0.0 << 1.0;
        QTest::newRow("exact") << 10.0 << 10.0;
        QTest::newRow("two and a half") << 21.0 << 25.0;
        QTest::newRow("five") << 26.0 << 50.0;
        QTest::newRow("seven and a half") << 51.0 << 75.0;
        QTest::newRow("next power") << 7'600.0 << 10'000.0;
        QTest::newRow("not a number") << qQNaN() << 1.0;
        QTest::newRow("endless") << qInf() << 1.0;
    }

    void axisEnds()
    {
        QFETCH(double, value);
        QFETCH(double, end);
        QCOMPARE(ChartItem::niceMaximum(value), end);
    }

    void chartDrawsWhatItIsGiven_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<bool>("draws");
        QTest::newRow("two values") << QList<double>{1, 5} << true;
        QTest::newRow("one value is no line") << QList<double>{1} << false;
        QTest::newRow("no values") << QList<double>{} << false;
        QTest::newRow("nonsense counts as zero") << QList<double>{qQNaN(), -5, qInf()} << true;
    }

    void chartDrawsWhatItIsGiven()
    {
        QFETCH(QList<double>, values);
        QFETCH(bool, draws);
        ChartItem chart;
        chart.setSize({60, 20});
        chart.setLineColor(Qt::red);
        chart.setValues(values);
        QImage image(60, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QImage empty = image;
        QPainter painter(&image);
        chart.paint(&painter);
        painter.end();
        QCOMPARE(image != empty, draws);
    }

    void iconTakesItsColour()
    {
        QSize size;
        const QImage image = IconProvider().requestImage(
            QStringLiteral("check?c=%23ff0000&w=2"), &size, QSize(48, 48));
        QCOMPARE(size, QSize(48, 48));
        bool red = false;
        for (int y = 0; y < 48; ++y) {
            for (int x = 0; x < 48; ++x) {
                const QColor pixel = image.pixelColor(x, y);
                red = red || (pixel.alpha() == 255 && pixel == QColor(Qt::red));
                QVERIFY(pixel.alpha() < 255 || pixel.blue() < 20);
            }
        }
        QVERIFY(red);
        QVERIFY(IconProvider()
                    .requestImage(
                        QStringLiteral("../../etc/passwd?c=%23ff0000&w=2"), &size, QSize(8, 8))
                    .isNull());
    }

    void codeOfAnAddressIsValid()
    {
        QrCode code;
        QVERIFY(!code.isValid());
        code.setText(QStringLiteral("http://192.168.1.24:3000/demo/chat/"));
        QVERIFY(code.isValid());
        code.setText(QString(10'000, u'x'));
        QVERIFY(!code.isValid());
    }

    void everyLanguageHasTheAddress()
    {
        const QString url = QStringLiteral("http://192.168.1.24:3000");
        for (int i = 0; i < ClientCode::languages().size(); ++i) {
            const QString code = ClientCode::code(i, url);
            QVERIFY2(code.contains(url), qPrintable(ClientCode::languages()[i]));
            QVERIFY(!code.contains(u'%' + QStringLiteral("1")));
        }
        QVERIFY(ClientCode::code(99, url).isEmpty());
        QVERIFY(ClientCode::code(-1, url).isEmpty());
    }

    void pluralsOfEnglish()
    {
        const EnglishPlurals plurals;
        QCOMPARE(plurals.translate("", "%n client(s)", "", 1), QStringLiteral("%n client"));
        QCOMPARE(plurals.translate("", "%n client(s)", "", 2), QStringLiteral("%n clients"));
        QCOMPARE(plurals.translate("", "%n client(s)", "", 0), QStringLiteral("%n clients"));
        QVERIFY(plurals.translate("", "Clients", "", -1).isNull());
    }

    void onlyWhatIsEmbeddedIsOpened_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("opened");
        QTest::newRow("embedded") << QStringLiteral("qrc:/qt/qml/Switchboard/Ui/Main.qml") << true;
        QTest::newRow("provider") << QStringLiteral("image://icon/check") << true;
        QTest::newRow("network") << QStringLiteral("http://127.0.0.1/a.png") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("data") << QStringLiteral("data:image/png;base64,AAAA") << false;
        QTest::newRow("out of the modules")
            << QStringLiteral("file:///usr/lib/x86_64-linux-gnu/qt6/qml/../../../x") << false;
    }

    void onlyWhatIsEmbeddedIsOpened()
    {
        QFETCH(QString, url);
        QFETCH(bool, opened);
        EmbeddedOnly guard;
        for (const auto type : {QQmlAbstractUrlInterceptor::UrlString,
                 QQmlAbstractUrlInterceptor::QmlFile, QQmlAbstractUrlInterceptor::QmldirFile,
                 QQmlAbstractUrlInterceptor::JavaScriptFile}) {
            QCOMPARE(guard.intercept(QUrl(url), type) == QUrl(url), opened);
        }
    }
};

QTEST_MAIN(TestDrawing)
#include "tst_drawing.moc"
