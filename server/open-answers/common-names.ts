// Given names and surnames that are common in Finland and that the list of names we use has not, or not
// all of; and words that begin sentences often and are names elsewhere. Written by us.

export const COMMON_NAMES = `
Aila Aino Aki Aleksi Anita Anja Anna Anne Anneli Anni Annika Anniina Anssi Antti Anu Ari Armi Arto Asko Asta Atte
Auli Aune Birgit Birgitta Carita Christer Eero Eeva Eevi Eija Eila Eino Elina Elisa Ella Emilia Emma Emmi Erja Erkki
Essi Esa Fredrik Gunilla Göran Hanna Hannele Hannu Harri Heidi Heikki Heini Helena Helmi Henna Henri Hilkka Ilkka
Ilmari Inga Inka Irja Irma Iida Ismo Jaakko Jaana Jani Janne Jari Jarkko Jarmo Jenni Jere Joel Johanna Joona Joonas
Jorma Jouko Jouni Juha Juhani Juho Jukka Jussi Juuso Kaarina Kaija Kaisa Kalle Kari Kati Katja Katri Kauko Keijo
Kerttu Kimmo Kirsi Kirsti Krista Kristiina Laura Lauri Lea Leena Leila Liisa Lotta Maija Maarit Maiju Mari Maria
Marika Marita Maritta Marja Marjatta Marjo Marjut Marko Markku Markus Martti Matias Matti Mauri Merja Mia Miia Mika
Mikael Mikko Minna Mirja Mirva Miro Netta Niina Niklas Niko Noora Olli Oona Oskari Osmo Outi Paavo Pasi Pauli
Pauliina Pekka Pentti Pertti Petra Petri Petteri Pia Piia Pirjo Pirkko Päivi Raija Raili Raimo Rauno Reijo Reima
Riikka Riitta Risto Ritva Saara Saija Salla Sami Samuli Sanna Santeri Santtu Sari Seija Seppo Silja Simo Sini Sirkka
Sirpa Soile Sonja Susanna Taina Taneli Tanja Tapani Tapio Tarja Tarmo Teemu Teija Terhi Tero Terttu Tiina Timo Toni
Topi Tommi Tuija Tuomas Tuomo Tuula Tuulia Tytti Ulla Urpo Vappu Veera Veikko Veli Venla Vesa Ville Virpi Åke Åsa Örjan
Aaltonen Ahonen Anttila Eskola Haapala Hakala Halonen Harju Heikkilä Heikkinen Heinonen Hiltunen Hirvonen Honkanen
Huttunen Hyvönen Hämäläinen Häkkinen Immonen Jokinen Juntunen Järvinen Kallio Karjalainen Karvonen Kauppinen Kettunen
Kinnunen Koivisto Koivula Kokkonen Koponen Korhonen Koskela Koskinen Kärkkäinen Laaksonen Lahtinen Laine Laitinen
Lappalainen Lehtinen Lehto Lehtonen Leinonen Lindholm Lindqvist Lindström Manninen Miettinen Moilanen Mustonen
Mäkelä Mäkinen Mäntylä Niemi Nieminen Niemelä Nurmi Nykänen Ojala Oksanen Ollila Partanen Peltola Peltonen Pesonen
Pitkänen Pulkkinen Räsänen Räty Rantanen Rautio Rissanen Saarinen Saari Salminen Salmi Salo Salonen Savolainen Seppälä
Seppänen Sirén Sjöberg Suominen Tanskanen Tuominen Turunen Toivonen Tikkanen Vainio Valtonen Vartiainen Virtanen
Virta Väisänen Ylönen Österberg`
  .trim()
  .split(/\s+/);

export const NO_NAMES = `
aina aika asia ei eli en ensin hyvä hyvin ilman itse ja jo jos joku jotain kaikki kiitos koska koulu kun kuin kyllä
lisää lähes me mikä miksi minä minun mitä monet monta muu muut myös mutta ne niin nyt olen oli olin olisi oma ollut
paljon pitäisi se sekä sen silti sitten siis tai todella työ usein vain vielä voi yksi
allt alla att bra de den det du ej en ett flera för ha hade han hon i ingen inget inte jag kanske kunde man med mer
mera mina mycket många nu när och också om på redan samt sedan som så tack till vad var vi vara är
a about after all also an and any are art as at be because best both but by can course do even every first for from good
had have he her here his how i if in is it just less like many may maybe mine more most much my never no not nothing now
of often on one only or our out over people so some such than thank that the their then there these they this those to
too very was we well were what when where which while who will with work would you your`
  .trim()
  .split(/\s+/);
