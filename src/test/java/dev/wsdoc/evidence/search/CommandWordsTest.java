package dev.wsdoc.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python3 | /usr/bin/python3 server.py | python3 server.py",
                "python3 | python3 -u -m uvicorn app:app --port 80 | python3 uvicorn",
                "uvicorn | /usr/bin/python3.11 /usr/bin/uvicorn app:app | python3.11 uvicorn",
                "java | java -Ddb.password=secret -cp a.jar:b.jar org.example.Main x | java org.example.Main",
                "java | java -jar /opt/app.jar --token secret | java app.jar",
                "python3 | python3 -c import,os | python3 -c",
                "server | /opt/server --token secret run | server",
                "nginx | nginx:~master~process~/usr/sbin/nginx | nginx",
                "kworker/0:1 | '' | kworker/0:1",
                "python3 | python3 a-script-whose-name-is-really-much-too-long.py | python3 a-script-whose-name-is-really..."
            })
    void namesAProcessWithoutItsSecrets(String program, String words, String name) {
        List<String> split = List.of(words.split(" ", -1)).stream()
                .map(word -> word.replace('~', ' '))
                .toList();
        assertThat(CommandWords.name(program, split)).isEqualTo(name);
    }
}
