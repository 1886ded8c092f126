package org.credence.jobs.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** One run: day after day, the posts of the day, then the drop of the night after. */
final class Nights {

  private final SimulationOptions options;
  private final Story story;
  private final Archive archive;
  private final Truth truth = new Truth();
  private final LabelDraw labels;
  private final Scene scene;

  Nights(SimulationOptions options, Path folder) {
    this.options = options;
    this.story = Story.of(options);
    this.archive = new Archive(folder, options, story);
    this.labels = new LabelDraw(options);
    this.scene =
        new Scene(
            options,
            story,
            new Crowd(options.seed(), options.scale()),
            new Composer(),
            new Ids(),
            new Publisher(archive, truth, labels));
  }

  SimulationReport write(Path labelFile, Path truthFile) throws IOException {
    TwitterDay twitter = new TwitterDay(scene);
    StoryDay planted = new StoryDay(scene);
    CareDay care = new CareDay(scene);
    FacebookDay facebook = new FacebookDay(scene);
    ReviewsDay reviews = new ReviewsDay(scene);
    PanelDay panel = new PanelDay(scene);
    Breakage breakage = new Breakage(scene);
    try (archive) {
      for (LocalDate day = options.firstDay();
          !day.isAfter(options.lastDay());
          day = day.plusDays(1)) {
        expectFiles(day.plusDays(1));
        twitter.write(day);
        planted.write(day);
        care.write(day);
        facebook.write(day);
        reviews.write(day);
        panel.write(day);
        breakage.write(day);
        truth.close(day);
        archive.write(day.plusDays(1));
      }
    }
    Files.writeString(labelFile, labels.table());
    TruthFile told = new TruthFile(options, story, truth, archive.tallies());
    Files.writeString(truthFile, told.json(planted.viralId()));
    return report(labelFile, truthFile);
  }

  private void expectFiles(LocalDate drop) {
    archive.expect(Source.TWITTER, drop, TwitterDay.FILE);
    archive.expect(Source.CARE, drop, CareDay.FILE);
    archive.expect(Source.REVIEWS, drop, ReviewsDay.FILE);
    Cast.FIRMS.forEach(firm -> archive.expect(Source.FACEBOOK, drop, FacebookDay.file(firm)));
  }

  private SimulationReport report(Path labelFile, Path truthFile) {
    long records = archive.tallies().stream().mapToLong(FileTally::read).sum();
    return new SimulationReport(
        archive.folder(),
        labelFile,
        truthFile,
        archive.tallies().size(),
        records,
        truth.posts(),
        true);
  }
}
