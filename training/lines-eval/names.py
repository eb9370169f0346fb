"""Names of people who do not exist, for measuring only: nothing is trained on them. Common names of each language, written by hand."""

NAMES = {
    "cs": ("Novák Dvořáková Černý Procházka Kučerová Veselý Krejčí Růžičková Šťastný Žáček Němcová Jiříček", "Jiří Ondřej Zdeněk Božena Květoslava Lukáš Matěj Růžena Václav Jaroslav Tomáš Eliška"),
    "da": ("Sørensen Jørgensen Kjær Bjerregård Nørgaard Østergaard Bæk Thygesen Lærke Møller", "Søren Bjørn Åse Jørgen Kåre Pernille Mærsk Thøger Kirsten Rasmus"),
    "de": ("Müller Schröder Großmann Weiß Jäger Böhme Köhler Schäfer Grünwald Straßer Öztürk-Bauer Lüdecke", "Jürgen Günther Käthe Bärbel Björn Jörg Sören Heiße Mareike Ute Anneliese Götz"),
    "es": ("Muñoz Núñez Ibáñez Peña Rodríguez Jiménez Güell Ordóñez Cañizares Echeverría Zúñiga Martín", "José María Ángel Begoña Íñigo Úrsula Ramón Nuria Raúl Inés Óscar Concepción"),
    "et": ("Tamm Mägi Kõiv Põder Õunapuu Järv Sepp Rüütel Käär Pärn Jõgi Küüts", "Jüri Tõnu Külli Õie Märt Ülle Häli Priit Kätlin Rein"),
    "fi": ("Mäkinen Hämäläinen Järvinen Åkerblom Niinistö Kärkkäinen Törnroos Pöyhönen Lehtimäki", "Päivi Väinö Yrjö Äijö Hännele Pyry Seppo Mervi Töyry Jyrki"),
    "fr": ("Lefèvre Béranger Château François Gérôme Noël Hébert Maçon Lévêque d'Aubigné Bénard Crépeau", "Hélène André Françoise Zoé Gaël Éloïse Jérôme Benoît Chloé Anaïs Élodie Théophile"),
    "hr": ("Šarić Čović Đurđević Žižić Perković Kovačević Šimić Ćorić Đukić Blažević", "Đorđe Željka Krešimir Tomislav Šime Anđela Živko Luče Ćiro Nikša"),
    "hu": ("Szabó Kőszegi Tóth Dömötör Szűcs Győrffy Erdős Nagyné Hűvös Örkény Kővári Füredi", "László István Gyöngyi Győző Jenő Ágnes Ödön Márta Örs Etelka Tünde Béla"),
    "is": ("Þórsdóttir Guðmundsson Sigurðardóttir Ægisson Björnsdóttir Hallgrímsson Þorvaldsson Önnudóttir", "Þórður Guðrún Ásgeir Sæunn Ingibjörg Úlfur Örn Ragnheiður Dagný Kári"),
    "it": ("Nicolò D'Agostino Cannavò Forlì Cefalù Rosé De Luca Esposito Bordò Mancini", "Niccolò Giosuè Mosè Noè Chiara Desirée Fosca Artù Nicolò Teresa"),
    "lt": ("Žukauskas Šimkūnaitė Petrauskienė Čepaitis Kazlauskas Jurgelevičiūtė Ąžuolas Stankevičius Žemaitė Brazdžionis", "Žydrūnas Ąžuolė Rūta Šarūnas Eglė Jūratė Gražina Kęstutis Vytautė Ieva"),
    "lv": ("Bērziņš Kalniņš Ķēniņš Līcis Liepiņa Šķēle Žagariņš Čakste Ģērmanis Ņikitins Zariņa", "Jānis Ģirts Kārlis Ļena Ņina Ēriks Līga Māris Žanna Ilmārs"),
    "nl": ("van den Broek IJsselmuiden Daniëls Coördinaat Ruijter Sluijs Brouwer de Ruÿter Geïns Zoëte", "Daniël Noëlle Chloë Raphaël Gijs Michaël Thijs Loïs Zoë Pleun"),
    "no": ("Bjørnstad Ødegård Sæther Håland Kjønsberg Aasen Næss Bråten Lønning Færøvik", "Øystein Håkon Åshild Bjørg Sølvi Kåre Jørn Ragnhild Tormod Pål"),
    "pl": ("Wiśniewska Wójcik Łukaszewicz Gąsior Dąbrowski Żółkiewski Świątek Pięta Źrebiec Błaszczyk Kołodziejczyk Jóźwiak", "Łukasz Małgorzata Żaneta Świętosława Józef Bożena Stanisław Grażyna Kźbigniew Michał Wacław Róża"),
    "pt": ("Gonçalves Conceição Araújo Magalhães Simões Brandão Guimarães Falcão Assunção Mourão Esteves", "João Inês Conceição Tomé Simão Gonçalo Luísa Fábio Verônica Sebastião Antônio Zélia"),
    "ro": ("Ștefănescu Țăran Brâncuși Mărgineanu Bălan Pârvulescu Crețu Roșu Ionuțescu Vântu", "Ștefan Ionuț Răzvan Mădălina Sânziana Ilinca Bogdan Costică Țica Călin"),
    "sk": ("Kováčová Žiška Ďurica Ľuptáková Hlaváč Šoltés Čierny Vŕba Tŕň Köves Ňaršanský", "Ľubomír Ďuro Štefánia Žofia Jozef Matúš Zdenka Ľudmila Miloš Kôrka"),
    "sv": ("Åström Öberg Sjöberg Ängqvist Lindström Håkansson Björklund Fältskog Sjögren Ekelöf", "Åsa Björn Östen Märta Håkan Göran Pär Kerstin Växjö Jörgen"),
    "tr": ("Yıldırım Çelik Öztürk Şahin Güneş Aydoğan Kılıç Doğan Üçüncü İnönü Erdoğdu Işık", "İbrahim Ayşe Çağla Özgür Şükrü Gülşen Işıl Tuğba Nazlı Barış Ümit Ağca"),
    "vi": ("Nguyễn Trần Phạm Đặng Võ Hoàng Lê Huỳnh Vũ Đỗ", "Thị Hồng Văn Đức Thảo Quốc Ánh Xuân Tuấn Phương"),
    "en": ("O'Connor Macdonald Fitz-Gerald Worthington Smythe Nguyen-Hart Pickering Llewellyn Quigley Jefferies", "Siobhan William Jacqueline Xavier Quentin Felicity Zachary Gwyneth Wilfred Kimberley"),
    "id": ("Wijaya Soekarno Harjanto Pangestu Siregar Hutapea Nugroho Kusumawati Zulkifli", "Budi Agus Siti Rahmawati Dewi Joko Fitriani Yudhoyono Endang"),
}
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC MAI JUIN AOÛT DÉC ENE DIC OKT DEZ MÄR SIE PAŹ".split()
PLACES = "KØBENHAVN MÜNCHEN ŁÓDŹ KRAKÓW ZÜRICH SÃO PAULO MÁLAGA ISTANBUL IĞDIR PLZEŇ KOŠICE ŠIAULIAI RĪGA PÄRNU GYŐR TIMIȘOARA LYON GENÈVE REYKJAVÍK TURKU LEEDS GHENT".split()
